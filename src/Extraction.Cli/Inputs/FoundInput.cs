namespace Extraction.Cli.Inputs;

/// <summary>A file to read, or a place that could not be looked into.</summary>
/// <param name="Source">What records and failures call it: the path as the user gave it, with <c>/</c>.</param>
/// <param name="Path">Full path.</param>
/// <param name="Bytes">Length of the file, 0 for a failure.</param>
/// <param name="Failure">Why it cannot be read, null when it can be tried.</param>
internal sealed record FoundInput(string Source, string Path, long Bytes, DocumentFailure? Failure = null);

/// <summary>What the inputs of a command line came to.</summary>
/// <param name="Inputs">In the order in which they are read; no file comes twice.</param>
/// <param name="Ignored">How many files in folders were passed over because their names are of no kind that is read.</param>
internal sealed record FoundInputs(IReadOnlyList<FoundInput> Inputs, int Ignored)
{
    /// <summary>Length of all files together.</summary>
    public long Bytes => Inputs.Sum(input => input.Bytes);
}
