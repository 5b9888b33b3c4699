using AngleSharp.Dom;

namespace Extraction.Pages.Html;

/// <summary>A block-level element of a page with the sums over all text below it.</summary>
internal sealed class ElementNode
{
    public required int Index { get; init; }

    public required IElement Dom { get; init; }

    /// <summary>Null for the body.</summary>
    public required ElementNode? Parent { get; init; }

    public required TagKind Kind { get; init; }

    public required int Depth { get; init; }

    /// <summary>The index of the first block below the element.</summary>
    public required int FirstBlock { get; init; }

    /// <summary>The index after the last block below the element.</summary>
    public int EndBlock { get; set; }

    /// <summary>UTF-16 units of text below the element.</summary>
    public int TextUnits { get; set; }

    /// <summary>Those of them in links.</summary>
    public int LinkUnits { get; set; }

    /// <summary>Those of them in blocks of prose.</summary>
    public int GoodUnits { get; set; }

    /// <summary>Units of prose in the element or in children of it that hold only text: what makes an element an article's container.</summary>
    public int DirectGoodUnits { get; set; }
}
