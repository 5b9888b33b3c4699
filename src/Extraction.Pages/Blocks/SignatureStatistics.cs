using Extraction.Pages.Html;

namespace Extraction.Pages.Blocks;

/// <summary>What the blocks have in common that stand in the same kind of place, and how often a text comes again.</summary>
internal sealed class SignatureStatistics
{
    private readonly Dictionary<int, Group> _groups = [];
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);
    private readonly ElementPath[] _paths;
    private readonly float _units;

    public SignatureStatistics(PageTree tree, ElementPath[] paths)
    {
        _paths = paths;
        foreach (Block block in tree.Blocks)
        {
            int signature = paths[block.Element.Index].Signature;
            Group group = _groups.GetValueOrDefault(signature);
            _groups[signature] = new Group(group.Blocks + 1, group.Units + block.Text.Length, group.LinkUnits + block.LinkUnits, group.Prose + (block.IsProse ? 1 : 0));
            _copies[block.Text] = _copies.GetValueOrDefault(block.Text) + 1;
            _units += block.Text.Length;
        }
    }

    public void AddTo(ref FeatureRow row, Block block)
    {
        Group group = _groups[_paths[block.Element.Index].Signature];
        row.AddLog(group.Blocks);
        row.AddLog((float)group.Units / group.Blocks);
        row.Add((float)group.LinkUnits / group.Units);
        row.Add((float)group.Prose / group.Blocks);
        row.Add(group.Units / _units);
        row.AddLog(_copies[block.Text] - 1);
    }

    private readonly record struct Group(int Blocks, int Units, int LinkUnits, int Prose);
}
