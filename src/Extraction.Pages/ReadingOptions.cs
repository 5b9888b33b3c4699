namespace Extraction.Pages;

/// <summary>The limits of <see cref="InputReader"/>.</summary>
public sealed record ReadingOptions
{
    /// <summary>
    /// The most bytes that one page, JSON file or JSONL record may have after decompression; more is a failure. It bounds memory, also against
    /// archives made to unpack without end.
    /// </summary>
    public int MaxBytes { get; init; } = 256 << 20;
}
