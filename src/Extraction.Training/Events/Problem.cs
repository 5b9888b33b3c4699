using System.Numerics;
using Extraction.Learning;
using Extraction.Training.Learning;

namespace Extraction.Training.Events;

/// <summary>One classification problem: rows of features, the labels that are right for each, and the article it comes from.</summary>
/// <param name="labels">The labels, 64 at most.</param>
/// <param name="options">How its model is trained.</param>
internal sealed class Problem(IReadOnlyList<string> labels, LinearOptions options)
{
    private readonly SparseRows _rows = new();
    private readonly List<(int Article, ulong Right)> _items = [];

    /// <summary>The number of rows.</summary>
    public int Count => _items.Count;

    /// <summary>Adds a row for which the labels with the set bits of <paramref name="right"/> are right.</summary>
    public int Add(int article, FeatureList features, ulong right)
    {
        _items.Add((article, right));
        return _rows.Add(features.Keys);
    }

    /// <summary>Corrects which labels are right for a row: for what is known only when all of an article has been read.</summary>
    public void Mark(int row, ulong right) => _items[row] = (_items[row].Article, _items[row].Right | right);

    /// <summary>Trains on the rows of some articles.</summary>
    public byte[] Train(Func<int, bool> uses) => LinearModelWriter.Write(_rows.Keys, labels, Weights(uses));

    private LinearWeights[] Weights(Func<int, bool> uses) =>
        [.. Enumerable.Range(0, labels.Count).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(label =>
            LinearTrainer.Train(_rows, [.. Subset(uses).Select(row => new LabelledRow(row, (_items[row].Right >> label & 1) != 0))], options))];

    private IEnumerable<int> Subset(Func<int, bool> uses) => Enumerable.Range(0, _items.Count).Where(row => uses(_items[row].Article));

    /// <summary>The bit of a label, 0 for labels that are not of the problem.</summary>
    public ulong Bit(string? label)
    {
        for (int index = 0; index < labels.Count; index++)
        {
            if (labels[index] == label)
                return 1UL << index;
        }
        return 0;
    }

    /// <summary>Whether a label is right for at least one row.</summary>
    public bool HasPositive => _items.Exists(item => BitOperations.PopCount(item.Right) > 0);
}
