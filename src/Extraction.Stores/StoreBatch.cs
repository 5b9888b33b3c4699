namespace Extraction.Stores;

/// <summary>What one transaction adds: all of it or nothing.</summary>
public sealed record StoreBatch
{
    /// <summary>The articles with their facts, in the order of the output.</summary>
    public required IReadOnlyList<StoredArticle> Articles { get; init; }

    /// <summary>The inputs that failed, in the order of the output.</summary>
    public required IReadOnlyList<DocumentFailure> Failures { get; init; }

    /// <summary>Where the run stands once the batch is in.</summary>
    public required RunProgress Progress { get; init; }
}
