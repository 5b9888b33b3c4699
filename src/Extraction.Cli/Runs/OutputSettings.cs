namespace Extraction.Cli.Runs;

/// <summary>Where a run writes to.</summary>
/// <param name="Folder">The folder of the output files.</param>
/// <param name="Database">The file of the database.</param>
/// <param name="Resume">Whether to continue an interrupted run.</param>
internal sealed record OutputSettings(string Folder, string Database, bool Resume)
{
    /// <summary>One article record a line.</summary>
    public string FactsPath => Path.Combine(Folder, "facts.jsonl");

    /// <summary>One failed input a line.</summary>
    public string FailuresPath => Path.Combine(Folder, "failures.jsonl");
}
