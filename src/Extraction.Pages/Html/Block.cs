namespace Extraction.Pages.Html;

/// <summary>A stretch of a page's text that stands on lines of its own.</summary>
internal sealed class Block
{
    public required int Index { get; init; }

    /// <summary>The text: no line breaks, single spaces, tabs between the cells of a table row.</summary>
    public required string Text { get; init; }

    /// <summary>The text as phrases are compared with it.</summary>
    public string Folded => field ??= FoldedLine.Of(Text);

    /// <summary>The innermost block-level element around the text.</summary>
    public required ElementNode Element { get; init; }

    /// <summary>Units of the text in links.</summary>
    public required int LinkUnits { get; init; }

    /// <summary>Units of the text in strong elements.</summary>
    public required int StrongUnits { get; init; }

    /// <summary>The number of words.</summary>
    public required int Words { get; init; }

    /// <summary>The share of the text that is in links.</summary>
    public double LinkDensity => (double)LinkUnits / Text.Length;

    /// <summary>Whether the block reads like a paragraph instead of a menu, label or list of links.</summary>
    public bool IsProse => Words >= 8 && LinkDensity < 0.34;
}
