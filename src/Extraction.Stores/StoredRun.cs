namespace Extraction.Stores;

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>Records are still being written.</summary>
    Running,

    /// <summary>Every record is committed; the output files do not bear their final names yet.</summary>
    Written,

    /// <summary>The output files bear their final names.</summary>
    Done,

    /// <summary>A later run to the same folder began anew.</summary>
    Abandoned,
}

/// <summary>What a run does: two runs with equal settings over equal inputs write the same bytes.</summary>
/// <param name="Output">Full path of the folder that the run writes to.</param>
/// <param name="Fingerprint">Digest of the program, its models and the settings that shape records.</param>
/// <param name="Inputs">Digest of the list of inputs.</param>
public sealed record RunSettings(string Output, string Fingerprint, string Inputs);

/// <summary>How much of a run is committed: in the database and, up to the given lengths, in the output files.</summary>
public readonly record struct RunProgress
{
    /// <summary>The committed length of <c>facts.jsonl</c> in bytes.</summary>
    public long FactsBytes { get; init; }

    /// <summary>The committed length of <c>failures.jsonl</c> in bytes.</summary>
    public long FailuresBytes { get; init; }

    /// <summary>Index of the first input that is not wholly committed.</summary>
    public int NextInput { get; init; }

    /// <summary>How many articles or failures of that input are committed.</summary>
    public int NextItem { get; init; }

    /// <summary>Articles that came again with the same id and the same text, and were not written again.</summary>
    public int Repeated { get; init; }

    /// <summary>Articles that got an id of their own because theirs was taken by another text.</summary>
    public int Renamed { get; init; }
}

/// <summary>A run as the database knows it.</summary>
/// <param name="Key">The database's key of the run.</param>
/// <param name="Settings">What the run does.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Progress">How much of it is committed.</param>
public sealed record StoredRun(long Key, RunSettings Settings, RunState State, RunProgress Progress);
