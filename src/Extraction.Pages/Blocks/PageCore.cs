using Extraction.Pages.Html;

namespace Extraction.Pages.Blocks;

/// <summary>The element that directly holds most of a page's prose, and where everything else stands to it.</summary>
internal sealed class PageCore
{
    private readonly bool[] _isAncestor;

    public PageCore(PageTree tree)
    {
        Element = tree.Elements[0];
        foreach (ElementNode element in tree.Elements)
            Element = element.DirectGoodUnits > Element.DirectGoodUnits ? element : Element;
        _isAncestor = new bool[tree.Elements.Count];
        for (ElementNode? element = Element; element is not null; element = element.Parent)
            _isAncestor[element.Index] = true;
        Article = Nearest(Element, TagKind.Article);
        FirstBlock = Element.FirstBlock;
        LastBlock = Math.Max(Element.FirstBlock, Element.EndBlock - 1);
        while (FirstBlock < LastBlock && !tree.Blocks[FirstBlock].IsProse)
            FirstBlock++;
        while (LastBlock > FirstBlock && !tree.Blocks[LastBlock].IsProse)
            LastBlock--;
    }

    public ElementNode Element { get; }

    /// <summary>The innermost <c>article</c> element around the core, null when there is none.</summary>
    public ElementNode? Article { get; }

    /// <summary>The index of the core's first block of prose.</summary>
    public int FirstBlock { get; }

    /// <summary>The index of the core's last block of prose.</summary>
    public int LastBlock { get; }

    /// <summary>The innermost element that holds both the core and <paramref name="element"/>, and the child of it towards the latter.</summary>
    public (ElementNode Common, ElementNode Branch, int Steps) Meet(ElementNode element)
    {
        ElementNode branch = element, common = element;
        int steps = 0;
        while (!_isAncestor[common.Index])
        {
            branch = common;
            common = common.Parent!; // The body is an ancestor of the core and of everything.
            steps++;
        }
        return (common, branch, steps);
    }

    private static ElementNode? Nearest(ElementNode? element, TagKind kind)
    {
        while (element is not null && element.Kind != kind)
            element = element.Parent;
        return element;
    }
}
