namespace Extraction.Pages.Html;

/// <summary>A page as its blocks of text, in document order, and the elements around them, parents before children.</summary>
internal sealed record PageTree(IReadOnlyList<ElementNode> Elements, IReadOnlyList<Block> Blocks);
