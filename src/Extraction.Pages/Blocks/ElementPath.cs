using Extraction.Pages.Html;

namespace Extraction.Pages.Blocks;

/// <summary>What stands above an element: how far the nearest ancestor of each kind and of each group of class words is.</summary>
/// <remarks>Each element's distances follow from its parent's, so the whole page costs one pass.</remarks>
internal sealed class ElementPath
{
    /// <summary>The ancestors that are features.</summary>
    public static readonly TagKind[] Kinds =
    [
        TagKind.Article, TagKind.Main, TagKind.Section, TagKind.Aside, TagKind.Nav, TagKind.Header, TagKind.Footer, TagKind.Figure, TagKind.Form,
        TagKind.List, TagKind.Table, TagKind.BlockQuote, TagKind.Button, TagKind.Dialog, TagKind.NoScript, TagKind.Paragraph,
    ];

    private const sbyte Nowhere = -1;

    private ElementPath(sbyte[] kinds, sbyte[] classes, int signature, int mask)
    {
        KindDistances = kinds;
        ClassDistances = classes;
        Signature = signature;
        Mask = mask;
    }

    /// <summary>Steps up to the nearest element of each of <see cref="Kinds"/>, 0 for the element itself, -1 when there is none.</summary>
    public sbyte[] KindDistances { get; }

    /// <summary>Steps up to the nearest element of each group of <see cref="ClassWords"/>.</summary>
    public sbyte[] ClassDistances { get; }

    /// <summary>Equal for elements whose own tag and class words and those of three ancestors are the same.</summary>
    public int Signature { get; }

    private int Mask { get; }

    /// <summary>The paths of a page's elements, in their order.</summary>
    public static ElementPath[] Of(PageTree tree)
    {
        var paths = new ElementPath[tree.Elements.Count];
        foreach (ElementNode element in tree.Elements)
            paths[element.Index] = Of(element, element.Parent is { } parent ? paths[parent.Index] : null, paths);
        return paths;
    }

    private static ElementPath Of(ElementNode element, ElementPath? parent, ElementPath[] paths)
    {
        var kinds = new sbyte[Kinds.Length];
        var classes = new sbyte[ClassWords.Groups];
        for (int kind = 0; kind < kinds.Length; kind++)
            kinds[kind] = element.Kind == Kinds[kind] ? (sbyte)0 : Further(parent?.KindDistances[kind]);
        int mask = ClassWords.MaskOf(element.Dom);
        for (int group = 0; group < classes.Length; group++)
            classes[group] = (mask >> group & 1) != 0 ? (sbyte)0 : Further(parent?.ClassDistances[group]);
        int signature = 17;
        ElementNode? level = element;
        for (int step = 0; step < 4 && level is not null; step++, level = level.Parent)
            signature = unchecked(signature * 31 + (int)level.Kind * 65_599 + (level == element ? mask : paths[level.Index].Mask));
        return new ElementPath(kinds, classes, signature, mask);
    }

    private static sbyte Further(sbyte? distance) => distance is null or Nowhere ? Nowhere : (sbyte)Math.Min(sbyte.MaxValue, distance.Value + 1);
}
