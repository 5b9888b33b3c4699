using Extraction.Training.Learning;

namespace Extraction.Training.Pages;

/// <summary>Trains gradient-boosted trees on weighted dense rows: values in bins, the leaf with the largest gain is split next (logistic loss).</summary>
internal sealed class HistogramTrees
{
    private const int Trees = 90;
    private const int MaxLeaves = 16;
    private const double Rate = 0.12;
    private const double Ridge = 5;
    private const double MinCurvature = 10;
    private const int Bins = 64;

    // Each tree sees half of the features: many say nearly the same, and trees that differ err less together.
    private const int FeatureShare = 2;

    private readonly BlockRows _rows;
    private readonly byte[] _bins;
    private readonly float[][] _borders;
    private readonly double[] _scores;
    private readonly double[] _gradients;
    private readonly double[] _curvatures;
    private readonly List<TreeNode> _nodes = [];
    private readonly List<int> _roots = [];
    private readonly SplitMix _random;
    private readonly int[] _order;
    private int[] _seen = [];

    private HistogramTrees(BlockRows rows, ulong seed)
    {
        _random = new SplitMix(seed);
        _order = [.. Enumerable.Range(0, rows.Features)];
        _rows = rows;
        _borders = new float[rows.Features][];
        _bins = new byte[rows.Count * rows.Features];
        Parallel.For(0, rows.Features, new ParallelOptions { MaxDegreeOfParallelism = 2 }, CutIntoBins);
        _scores = new double[rows.Count];
        _gradients = new double[rows.Count];
        _curvatures = new double[rows.Count];
    }

    /// <summary>The nodes of all trees and the indexes of their roots.</summary>
    public static (List<TreeNode> Nodes, List<int> Roots) Train(BlockRows rows, ulong seed)
    {
        var trainer = new HistogramTrees(rows, seed);
        for (int tree = 0; tree < Trees; tree++)
            trainer.Grow();
        return (trainer._nodes, trainer._roots);
    }

    private void CutIntoBins(int feature)
    {
        float[] sorted = [.. _rows.Values.Select(row => row[feature])];
        Array.Sort(sorted);
        var borders = new List<float>();
        for (int bin = 1; bin < Bins; bin++)
        {
            float border = sorted[(int)((long)sorted.Length * bin / Bins)];
            if (border > sorted[0] && (borders.Count == 0 || border > borders[^1]))
                borders.Add(border);
        }
        _borders[feature] = [.. borders];
        for (int row = 0; row < _rows.Count; row++)
        {
            // The bin is the number of borders that are not above the value, so that "below a border" is "in a bin before it".
            int at = Array.BinarySearch(_borders[feature], _rows.Values[row][feature]);
            _bins[row * _rows.Features + feature] = (byte)(at >= 0 ? at + 1 : ~at);
        }
    }

    private void Grow()
    {
        for (int row = 0; row < _rows.Count; row++)
        {
            double probability = 1 / (1 + Math.Exp(-_scores[row]));
            _gradients[row] = ((_rows.Labels[row] ? 1 : 0) - probability) * _rows.Weights[row];
            _curvatures[row] = Math.Max(1e-6, probability * (1 - probability)) * _rows.Weights[row];
        }
        _random.Shuffle(_order);
        _seen = [.. _order.AsSpan(0, _order.Length / FeatureShare).ToArray().Order()];
        var leaves = new List<Leaf> { Measure([.. Enumerable.Range(0, _rows.Count)], _nodes.Count) };
        _roots.Add(_nodes.Count);
        _nodes.Add(default);
        while (leaves.Count < MaxLeaves && leaves.MaxBy(leaf => leaf.Gain) is { Gain: > 1e-6 } best)
        {
            leaves.Remove(best);
            Split(best, leaves);
        }
        foreach (Leaf leaf in leaves)
        {
            double value = Rate * leaf.Gradient / (leaf.Curvature + Ridge);
            _nodes[leaf.Node] = new TreeNode(-1, (float)value, 0);
            foreach (int row in leaf.Rows)
                _scores[row] += (float)value;
        }
    }

    private void Split(Leaf leaf, List<Leaf> leaves)
    {
        int[] left = Array.FindAll(leaf.Rows, row => _bins[row * _rows.Features + leaf.Feature] < leaf.Bin);
        int[] right = Array.FindAll(leaf.Rows, row => _bins[row * _rows.Features + leaf.Feature] >= leaf.Bin);
        int child = _nodes.Count;
        _nodes[leaf.Node] = new TreeNode(leaf.Feature, _borders[leaf.Feature][leaf.Bin - 1], child);
        _nodes.Add(default);
        _nodes.Add(default);
        // The sums of one child are those of the parent less those of the other: only the smaller one is counted.
        bool isLeftSmaller = left.Length <= right.Length;
        Leaf smaller = Measure(isLeftSmaller ? left : right, isLeftSmaller ? child : child + 1);
        for (int index = 0; index < leaf.Sums.Length; index++)
            leaf.Sums[index] -= smaller.Sums[index];
        var larger = new Leaf(isLeftSmaller ? right : left, isLeftSmaller ? child + 1 : child, leaf.Sums);
        FindSplit(larger);
        leaves.Add(smaller);
        leaves.Add(larger);
    }

    private Leaf Measure(int[] rows, int node)
    {
        double[] sums = new double[_rows.Features * Bins * 2];
        foreach (int row in rows)
        {
            ReadOnlySpan<byte> bins = _bins.AsSpan(row * _rows.Features, _rows.Features);
            double gradient = _gradients[row], curvature = _curvatures[row];
            foreach (int feature in _seen)
            {
                int at = (feature * Bins + bins[feature]) * 2;
                sums[at] += gradient;
                sums[at + 1] += curvature;
            }
        }
        var leaf = new Leaf(rows, node, sums);
        FindSplit(leaf);
        return leaf;
    }

    private void FindSplit(Leaf leaf)
    {
        foreach (int row in leaf.Rows)
        {
            leaf.Gradient += _gradients[row];
            leaf.Curvature += _curvatures[row];
        }
        double whole = Gain(leaf.Gradient, leaf.Curvature);
        foreach (int feature in _seen)
        {
            double gradient = 0, curvature = 0;
            for (int bin = 1; bin <= _borders[feature].Length; bin++)
            {
                gradient += leaf.Sums[(feature * Bins + bin - 1) * 2];
                curvature += leaf.Sums[(feature * Bins + bin - 1) * 2 + 1];
                if (curvature < MinCurvature || leaf.Curvature - curvature < MinCurvature)
                    continue;
                double gain = Gain(gradient, curvature) + Gain(leaf.Gradient - gradient, leaf.Curvature - curvature) - whole;
                if (gain > leaf.Gain)
                    (leaf.Gain, leaf.Feature, leaf.Bin) = (gain, feature, bin);
            }
        }
    }

    private static double Gain(double gradient, double curvature) => gradient * gradient / (curvature + Ridge);

    private sealed class Leaf(int[] rows, int node, double[] sums)
    {
        public int[] Rows { get; } = rows;

        public int Node { get; } = node;

        // Gradient and curvature of each bin of each feature.
        public double[] Sums { get; } = sums;

        public double Gradient { get; set; }

        public double Curvature { get; set; }

        public double Gain { get; set; }

        public int Feature { get; set; }

        public int Bin { get; set; }
    }
}

/// <summary>A node of a boosted tree.</summary>
/// <param name="Feature">What it asks for, -1 for a leaf.</param>
/// <param name="Value">The threshold, or the leaf's value.</param>
/// <param name="Left">The child for rows below the threshold; the other child follows it.</param>
internal readonly record struct TreeNode(int Feature, float Value, int Left);
