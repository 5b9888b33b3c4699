using AngleSharp.Dom;

namespace Extraction.Pages.Html;

/// <summary>Cuts a page into blocks in one walk over its tree; the walk keeps its own stack, so that no nesting is too deep.</summary>
internal sealed class BlockSegmenter
{
    // A row of more text, or with a table inside, is layout, not data.
    private const int MaxRowUnits = 400;
    private const int MaxRowNodes = 200;

    private readonly List<ElementNode> _elements = [];
    private readonly List<Block> _blocks = [];
    private readonly BlockText _text = new();
    private readonly Stack<Frame> _frames = new();
    private ElementNode _element;
    private int _anchors;
    private int _strongs;
    private int _rows;
    private bool _isAfterBreak;

    private BlockSegmenter(IElement body)
    {
        _element = Open(body, TagKind.Body, null);
    }

    public static PageTree Segment(IElement body)
    {
        var segmenter = new BlockSegmenter(body);
        segmenter.Walk(body);
        foreach (Block block in segmenter._blocks)
            Count(block);
        return new PageTree(segmenter._elements, segmenter._blocks);
    }

    private void Walk(IElement body)
    {
        _frames.Push(new Frame(body, TagKind.Body, IsRow: false));
        while (_frames.TryPop(out Frame frame))
        {
            if (frame.Next >= frame.Node.ChildNodes.Length)
            {
                Leave(frame);
                continue;
            }
            INode child = frame.Node.ChildNodes[frame.Next];
            _frames.Push(frame with { Next = frame.Next + 1 });
            if (child is IText text)
            {
                _text.Add(text.Data, _anchors > 0, _strongs > 0);
                _isAfterBreak &= _text.IsEmpty;
            }
            else if (child is IElement element)
            {
                Enter(element);
            }
        }
        Flush();
        _element.EndBlock = _blocks.Count;
    }

    private void Enter(IElement element)
    {
        TagKind kind = TagKinds.Of(element.LocalName);
        switch (kind)
        {
            case TagKind.Skipped:
                return;
            case TagKind.LineBreak:
                AddLineBreak();
                return;
            case TagKind.Anchor:
                _anchors++;
                break;
            case TagKind.Strong:
                _strongs++;
                break;
            case TagKind.Superscript:
                _text.AddPowerMark(element.ChildElementCount == 0 && element.ChildNodes.Length == 1 ? element.TextContent : "");
                break;
            case TagKind.Inline:
                break;
            default:
                EnterBox(element, kind);
                return;
        }
        _frames.Push(new Frame(element, kind, IsRow: false));
    }

    private void EnterBox(IElement element, TagKind kind)
    {
        if (_rows > 0)
        {
            _text.AddSpace();
            _frames.Push(new Frame(element, kind == TagKind.TableCell ? TagKind.TableCell : TagKind.Inline, IsRow: false));
            return;
        }
        Flush();
        _element = Open(element, kind, _element);
        bool isRow = kind == TagKind.TableRow && IsData(element);
        _rows += isRow ? 1 : 0;
        _frames.Push(new Frame(element, kind, isRow));
    }

    private void Leave(Frame frame)
    {
        _rows -= frame.IsRow ? 1 : 0;
        switch (frame.Kind)
        {
            case TagKind.Anchor:
                _anchors--;
                return;
            case TagKind.Strong:
                _strongs--;
                return;
            case TagKind.Inline or TagKind.Superscript:
                return;
            case TagKind.TableCell when _rows > 0:
                _text.AddCellBreak();
                return;
        }
        Flush();
        _element.EndBlock = _blocks.Count;
        _element = _element.Parent ?? _element;
    }

    // One break is a line of verse or an address; two part paragraphs.
    private void AddLineBreak()
    {
        if (_isAfterBreak && _rows == 0)
            Flush();
        _text.AddSpace();
        _isAfterBreak = true;
    }

    private void Flush()
    {
        _isAfterBreak = false;
        (string text, int linkUnits, int strongUnits) = _text.Take();
        if (text.Length == 0)
            return;
        _blocks.Add(new Block
        {
            Index = _blocks.Count,
            Text = text,
            Element = _element,
            LinkUnits = linkUnits,
            StrongUnits = strongUnits,
            Words = FoldedLine.CountWords(text),
        });
    }

    private ElementNode Open(IElement dom, TagKind kind, ElementNode? parent)
    {
        var node = new ElementNode { Index = _elements.Count, Dom = dom, Kind = kind, Parent = parent, Depth = (parent?.Depth ?? -1) + 1, FirstBlock = _blocks.Count };
        _elements.Add(node);
        return node;
    }

    private static bool IsData(IElement row)
    {
        int units = 0, nodes = 0;
        var open = new Stack<INode>(row.ChildNodes);
        while (open.TryPop(out INode? node))
        {
            units += node is IText text ? text.Data.AsSpan().Trim().Length : 0;
            if (units > MaxRowUnits || ++nodes > MaxRowNodes || (node is IElement element && TagKinds.Of(element.LocalName) is TagKind.Table or TagKind.List or TagKind.Form))
                return false;
            foreach (INode child in node.ChildNodes)
                open.Push(child);
        }
        return row.ChildElementCount > 1;
    }

    private static void Count(Block block)
    {
        bool isDirect = true;
        for (ElementNode? element = block.Element; element is not null; element = element.Parent)
        {
            element.TextUnits += block.Text.Length;
            element.LinkUnits += block.LinkUnits;
            if (!block.IsProse)
                continue;
            element.GoodUnits += block.Text.Length;
            if (isDirect && element.Kind is not (TagKind.Paragraph or TagKind.ListItem or TagKind.List or TagKind.H1 or TagKind.H2 or TagKind.H3 or TagKind.MinorHeading or TagKind.BlockQuote))
            {
                element.DirectGoodUnits += block.Text.Length;
                isDirect = false;
            }
        }
    }

    private readonly record struct Frame(INode Node, TagKind Kind, bool IsRow, int Next = 0);
}
