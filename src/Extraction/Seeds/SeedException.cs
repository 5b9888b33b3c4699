namespace Extraction.Seeds;

/// <summary>Something wrong in a file of <c>seeds/</c>.</summary>
/// <param name="File">The file's path below <c>seeds/</c>.</param>
/// <param name="Line">One-based line.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Found">What stands there.</param>
public readonly record struct SeedError(string File, int Line, string Expected, string Found)
{
    /// <inheritdoc/>
    public override string ToString() => $"seeds/{File}({Line}): expected {Expected}, found {Found}";
}

/// <summary>One or more seed files are wrong. Found when seeds are checked, compiled or loaded, never while an article is read.</summary>
public sealed class SeedException(IReadOnlyList<SeedError> errors)
    : Exception(string.Join(Environment.NewLine, errors.Select(error => error.ToString())))
{
    /// <summary>Every error that was found, in file order.</summary>
    public IReadOnlyList<SeedError> Errors { get; } = errors;
}
