namespace Extraction.Pages;

/// <summary>The limits of <see cref="Cleaner"/>.</summary>
public sealed record CleaningOptions
{
    /// <summary>
    /// HTML of more UTF-16 units than this is not parsed into a tree, which takes some ten times its size, but read by a tag stripper. The
    /// largest of 1,199 measured article pages has 6 million.
    /// </summary>
    public int MaxParsedUnits { get; init; } = 24 << 20;
}
