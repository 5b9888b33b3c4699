using Extraction.Pages.Html;
using Extraction.Pages.PlainText;

namespace Extraction.Pages.Blocks;

/// <summary>Computes what the block model looks at, for every block of a page.</summary>
/// <remarks>See DESIGN.md for the groups and what each is worth. Changing anything here asks for <c>cgt train blocks</c>.</remarks>
internal sealed class BlockFeatures
{
    /// <summary>The number of features of a block.</summary>
    public static int Count { get; } = Measure();

    /// <summary>More features than there are: the room that <see cref="Write"/> needs.</summary>
    public const int Capacity = 320;

    private const int ContainerLevels = 4;
    private const int NeighbourReach = 3;

    private readonly PageContext _page;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly ElementPath[] _paths;
    private readonly PageCore _core;
    private readonly TextShape[] _shapes;
    private readonly PageText _text;
    private readonly SignatureStatistics _signatures;
    private readonly int _titleBlock;
    private readonly int[] _headingsBefore;

    /// <summary>Prepares a page that has blocks.</summary>
    public BlockFeatures(PageContext page)
    {
        _page = page;
        _blocks = page.Tree.Blocks;
        _paths = ElementPath.Of(page.Tree);
        _core = new PageCore(page.Tree);
        _shapes = new TextShape[_blocks.Count];
        for (int index = 0; index < _shapes.Length; index++)
            _shapes[index] = new TextShape(_blocks[index]);
        _text = new PageText(page, _core);
        _signatures = new SignatureStatistics(page.Tree, _paths);
        _titleBlock = _text.TitleBlock;
        _headingsBefore = new int[_blocks.Count + 1];
        for (int index = 0; index < _blocks.Count; index++)
            _headingsBefore[index + 1] = _headingsBefore[index] + (_blocks[index].Element.Kind == TagKind.H1 ? 1 : 0);
    }

    /// <summary>The features of all blocks of a page that has any, block after block.</summary>
    public static float[] Of(PageContext page)
    {
        var features = new BlockFeatures(page);
        float[] rows = new float[features._blocks.Count * Count];
        Span<float> buffer = stackalloc float[Capacity];
        for (int index = 0; index < features._blocks.Count; index++)
            features.Write(index, buffer).CopyTo(rows.AsSpan(index * Count));
        return rows;
    }

    private static int Measure()
    {
        var body = new ElementNode { Index = 0, Dom = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("").Body!, Parent = null, Kind = TagKind.Body, Depth = 0, FirstBlock = 0 };
        var block = new Block { Index = 0, Text = "x", Element = body, LinkUnits = 0, StrongUnits = 0, Words = 1 };
        return new BlockFeatures(new PageContext(new PageTree([body], [block]), null, null, null, null)).Write(0, new float[Capacity]).Length;
    }

    /// <summary>Writes the features of one block.</summary>
    /// <param name="index">The block.</param>
    /// <param name="buffer">Room for <see cref="Capacity"/> numbers.</param>
    /// <returns>The part of the buffer that holds the features.</returns>
    public ReadOnlySpan<float> Write(int index, Span<float> buffer)
    {
        var row = new FeatureRow(buffer);
        Block block = _blocks[index];
        AddShape(ref row, block, _shapes[index]);
        AddTag(ref row, block.Element.Kind);
        AddPath(ref row, _paths[block.Element.Index]);
        AddPosition(ref row, index);
        AddCore(ref row, block.Element);
        AddContainers(ref row, block.Element);
        AddNeighbours(ref row, index);
        _signatures.AddTo(ref row, block);
        _text.AddTo(ref row, block);
        AddPage(ref row);
        return buffer[..row.Count];
    }

    private static void AddShape(ref FeatureRow row, Block block, in TextShape shape)
    {
        row.AddLog(shape.Words);
        row.AddLog(shape.Units);
        row.Add(shape.Words <= 3);
        row.Add(shape.Words > 10);
        row.Add(shape.Words > 25);
        row.Add(shape.LinkDensity);
        row.Add(shape.LinkDensity > 0.9f);
        row.Add(shape.StrongShare);
        row.Add((float)shape.Units / shape.Words);
        row.Add(shape.UpperShare);
        row.Add(shape.CapitalShare);
        row.Add(shape.DigitShare);
        row.Add(shape.LetterShare);
        row.Add(shape.IdeographShare);
        row.AddLog(shape.Stops);
        row.Add((float)shape.Stops / shape.Words);
        row.AddLog(shape.Commas);
        row.AddLog(shape.Quotes);
        row.Add(shape.Bars > 0);
        row.Add(shape.EndsSentence);
        row.Add(shape.StartsLower);
        row.AddLog(shape.PromoCount);
        row.Add((float)shape.PromoCount / shape.Words * 10);
        row.Add(block.Text[^1] is ':' or '：');
        row.Add(block.Text[^1] == '?');
        row.Add(block.Text.Contains('\t'));
        string folded = shape.Words <= 60 ? block.Folded : "";
        Leftover? leftover = Leftover.Phrases.Find(folded);
        row.Add(leftover?.Action == LeftoverAction.Drop);
        row.Add(leftover is { IsOffer: true });
        row.Add(leftover?.Action == LeftoverAction.Cut);
        row.Add(folded.StartsWith("by ", StringComparison.Ordinal));
        row.Add(shape.Words <= 40 && Metadata.DateScanner.Find(block.Text) is not null);
    }

    private static void AddTag(ref FeatureRow row, TagKind kind)
    {
        row.Add(kind == TagKind.Paragraph);
        row.Add(kind == TagKind.H1);
        row.Add(kind == TagKind.H2);
        row.Add(kind == TagKind.H3);
        row.Add(kind == TagKind.MinorHeading);
        row.Add(kind == TagKind.ListItem);
        row.Add(kind is TagKind.TableCell or TagKind.TableRow);
        row.Add(kind == TagKind.FigureCaption);
        row.Add(kind is TagKind.Div or TagKind.Section);
        row.Add(kind == TagKind.Button);
        row.Add(kind is TagKind.Definition or TagKind.Preformatted);
        row.Add(kind == TagKind.Other);
    }

    private static void AddPath(ref FeatureRow row, ElementPath path)
    {
        foreach (sbyte distance in path.KindDistances)
            row.AddNearness(distance);
        foreach (sbyte distance in path.ClassDistances)
            row.AddNearness(distance);
    }

    private void AddPosition(ref FeatureRow row, int index)
    {
        row.Add((float)index / _blocks.Count);
        row.AddLog(index);
        row.AddLog(_blocks.Count - index);
        row.AddLog(index - _core.FirstBlock);
        row.AddLog(index - _core.LastBlock);
        row.Add(index >= _core.FirstBlock && index <= _core.LastBlock);
        row.Add((float)(index - _core.FirstBlock) / Math.Max(1, _core.LastBlock - _core.FirstBlock) is var share ? Math.Clamp(share, -2, 3) : 0);
        row.Add(_titleBlock >= 0);
        row.AddLog(_titleBlock >= 0 ? index - _titleBlock : 0);
        row.Add(_titleBlock >= 0 && index > _titleBlock);
        row.AddLog(_titleBlock >= 0 && index > _titleBlock ? _headingsBefore[index] - _headingsBefore[_titleBlock + 1] : 0);
        row.AddLog(_headingsBefore[index]);
    }

    private void AddCore(ref FeatureRow row, ElementNode element)
    {
        (ElementNode common, ElementNode branch, int steps) = _core.Meet(element);
        ElementNode body = _page.Tree.Elements[0];
        row.Add(element.Depth);
        row.Add(steps);
        row.Add(_core.Element.Depth - common.Depth);
        row.Add(common == _core.Element);
        row.Add(element == _core.Element || element.Parent == _core.Element);
        row.Add((float)common.GoodUnits / Math.Max(1, body.GoodUnits));
        row.Add((float)common.TextUnits / Math.Max(1, body.TextUnits));
        row.Add((float)_core.Element.GoodUnits / Math.Max(1, common.GoodUnits));
        row.Add((float)branch.GoodUnits / Math.Max(1, branch.TextUnits));
        row.Add((float)branch.LinkUnits / Math.Max(1, branch.TextUnits));
        row.AddLog(branch.TextUnits);
        row.AddLog(branch.EndBlock - branch.FirstBlock);
        row.Add((float)branch.GoodUnits / Math.Max(1, _core.Element.GoodUnits) is var share && share > 3 ? 3 : share);
        AddKindBetween(ref row, element, common);
        row.Add(_core.Article is not null && _core.Article.FirstBlock <= element.FirstBlock && element.EndBlock <= _core.Article.EndBlock);
    }

    // Whether the way from the block up to the core passes a list, a heading's box, an aside or an article of its own.
    private static void AddKindBetween(ref FeatureRow row, ElementNode element, ElementNode common)
    {
        bool isList = false, isAside = false, isArticle = false;
        for (ElementNode? level = element; level is not null && level != common; level = level.Parent)
        {
            isList |= level.Kind == TagKind.List;
            isAside |= level.Kind is TagKind.Aside or TagKind.Nav or TagKind.Footer or TagKind.Form or TagKind.Figure;
            isArticle |= level.Kind == TagKind.Article;
        }
        row.Add(isList);
        row.Add(isAside);
        row.Add(isArticle);
    }

    private void AddContainers(ref FeatureRow row, ElementNode element)
    {
        ElementNode? level = element;
        int total = Math.Max(1, _page.Tree.Elements[0].GoodUnits);
        for (int step = 0; step < ContainerLevels; step++)
        {
            level = level?.Parent ?? level;
            int text = Math.Max(1, level!.TextUnits);
            row.Add((float)level.GoodUnits / text);
            row.Add((float)level.LinkUnits / text);
            row.AddLog(level.TextUnits);
            row.Add((float)level.GoodUnits / total);
            row.AddLog(level.EndBlock - level.FirstBlock);
        }
    }

    private void AddNeighbours(ref FeatureRow row, int index)
    {
        ElementNode element = _blocks[index].Element;
        for (int offset = -NeighbourReach; offset <= NeighbourReach; offset++)
        {
            if (offset == 0)
                continue;
            int other = index + offset;
            bool isThere = other >= 0 && other < _blocks.Count;
            TextShape shape = isThere ? _shapes[other] : default;
            Block? block = isThere ? _blocks[other] : null;
            row.AddLog(shape.Words);
            row.Add(isThere ? shape.LinkDensity : 1);
            row.Add(isThere && shape.IsProse);
            row.Add(isThere && shape.EndsSentence);
            row.Add(block is not null && block.Element.Parent == element.Parent);
            row.Add(block is not null && block.Element.Kind == element.Kind);
            row.Add(block is not null && block.Element.Kind is TagKind.H1 or TagKind.H2 or TagKind.H3 or TagKind.MinorHeading);
            row.AddLog(shape.PromoCount);
        }
    }

    private void AddPage(ref FeatureRow row)
    {
        ElementNode body = _page.Tree.Elements[0];
        row.AddLog(_blocks.Count);
        row.AddLog(body.GoodUnits);
        row.Add((float)body.LinkUnits / Math.Max(1, body.TextUnits));
        row.Add((float)_core.Element.GoodUnits / Math.Max(1, body.GoodUnits));
        row.AddLog(_core.Element.GoodUnits);
    }
}
