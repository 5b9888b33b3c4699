using System.Text;
using Extraction.Pages.Html;

namespace Extraction.Pages.Blocks;

/// <summary>The texts that a block is compared with: title, summary, author, the linked data's body and the core's prose.</summary>
internal sealed class PageText
{
    // A block is found in the linked data's body by its start; the end may differ by a link's text or a note.
    private const int ProbeUnits = 40;
    private const int MinProbeUnits = 20;
    private const int MinBodyUnits = 200;
    private const int MaxTitleUnits = 300;

    private readonly WordSet _title = new();
    private readonly WordSet _core = new();
    private readonly WordSet _description = new();
    private readonly string _body;
    private readonly string _foldedTitle;
    private readonly string _foldedAuthor;

    public PageText(PageContext page, PageCore core)
    {
        _title.Add(page.Title ?? "");
        _description.Add(page.Description ?? "");
        for (int index = core.FirstBlock; index <= core.LastBlock; index++)
        {
            if (page.Tree.Blocks[index].IsProse)
                _core.Add(page.Tree.Blocks[index].Text);
        }
        _body = page.Body is { Length: >= MinBodyUnits } body ? Letters(body, body.Length) : "";
        _foldedTitle = FoldedLine.Of(page.Title ?? "");
        _foldedAuthor = FoldedLine.Of(page.Author ?? "");
        TitleBlock = FindTitle(page.Tree.Blocks);
    }

    /// <summary>The index of the block that is the title, best of all in a heading; -1 when none is.</summary>
    public int TitleBlock { get; }

    public void AddTo(ref FeatureRow row, Block block)
    {
        string probe = _body.Length > 0 ? Letters(block.Text, ProbeUnits) : "";
        bool isInBody = probe.Length >= MinProbeUnits && _body.Contains(probe, StringComparison.Ordinal);
        row.Add(_body.Length > 0);
        row.Add(isInBody);
        row.Add(_body.Length > 0 && probe.Length >= MinProbeUnits && !isInBody);
        (float title, float core, float description) = WordSet.SharesOf(block.Text, _title, _core, _description);
        row.Add(title);
        row.Add(core);
        row.Add(description);
        row.Add(_foldedTitle.Length > 0 && block.Text.Length < _foldedTitle.Length + ProbeUnits && block.Folded == _foldedTitle);
        row.Add(_foldedAuthor.Length > 3 && block.Words <= 12 && block.Text.Contains(_foldedAuthor, StringComparison.OrdinalIgnoreCase));
    }

    private int FindTitle(IReadOnlyList<Block> blocks)
    {
        int found = -1;
        for (int index = 0; index < blocks.Count && _foldedTitle.Length > 0; index++)
        {
            Block block = blocks[index];
            if (block.Text.Length > MaxTitleUnits || block.Text.Length < _foldedTitle.Length || block.Folded != _foldedTitle)
                continue;
            if (block.Element.Kind == TagKind.H1)
                return index;
            found = found < 0 ? index : found;
        }
        return found;
    }

    private static string Letters(string text, int max)
    {
        var letters = new StringBuilder(Math.Min(text.Length, max));
        foreach (char unit in text)
        {
            if (letters.Length == max)
                break;
            if (char.IsLetterOrDigit(unit))
                letters.Append(char.ToLowerInvariant(unit));
        }
        return letters.ToString();
    }
}
