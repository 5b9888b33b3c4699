using Extraction.Learning;

namespace Extraction.Training.Learning;

/// <summary>Trains gradient-boosted trees of depth three for a yes-or-no question (logistic loss, Newton leaves, exact splits).</summary>
internal sealed class TreeTrainer
{
    private readonly float[][] _rows;
    private readonly bool[] _labels;
    private readonly TreeOptions _options;
    private readonly int[][] _orders;
    private readonly double[] _scores;
    private readonly double[] _gradients;
    private readonly double[] _curvatures;
    private readonly int[] _nodes;
    private readonly List<int> _features = [];
    private readonly List<float> _thresholds = [];
    private readonly List<float> _leaves = [];

    private TreeTrainer(float[][] rows, bool[] labels, TreeOptions options)
    {
        (_rows, _labels, _options) = (rows, labels, options);
        _scores = new double[rows.Length];
        _gradients = new double[rows.Length];
        _curvatures = new double[rows.Length];
        _nodes = new int[rows.Length];
        _orders = [.. Enumerable.Range(0, rows[0].Length)
            .Select(feature => Enumerable.Range(0, rows.Length).OrderBy(row => rows[row][feature]).ThenBy(row => row).ToArray())];
    }

    /// <summary>Trains on rows of equal length; returns the model in the layout of <see cref="TreeEnsemble"/>.</summary>
    public static byte[] Train(float[][] rows, bool[] labels, TreeOptions options) => new TreeTrainer(rows, labels, options).Train();

    private byte[] Train()
    {
        double positives = Math.Clamp(_labels.Count(label => label), 0.5, _labels.Length - 0.5);
        double bias = Math.Log(positives / (_labels.Length - positives));
        Array.Fill(_scores, bias);
        var random = new SplitMix(_options.Seed);
        for (int tree = 0; tree < _options.Trees; tree++)
            Grow(random);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(_options.Trees);
        writer.Write((float)bias);
        _features.ForEach(writer.Write);
        _thresholds.ForEach(writer.Write);
        _leaves.ForEach(writer.Write);
        writer.Flush();
        return stream.ToArray();
    }

    private void Grow(SplitMix random)
    {
        int limit = (int)(_options.Subsample * int.MaxValue);
        for (int row = 0; row < _rows.Length; row++)
        {
            double probability = 1 / (1 + Math.Exp(-_scores[row]));
            _gradients[row] = (_labels[row] ? 1 : 0) - probability;
            _curvatures[row] = probability * (1 - probability);
            // Rows outside the sample have the complement of their node: they take part in no split but get the tree's value.
            _nodes[row] = random.Next(int.MaxValue) < limit ? 0 : ~0;
        }
        int firstNode = _features.Count;
        for (int node = 0; node < TreeEnsemble.Nodes; node++)
        {
            (int feature, float threshold) = BestSplit(node);
            _features.Add(feature);
            _thresholds.Add(threshold);
            for (int row = 0; row < _rows.Length; row++)
            {
                bool outside = _nodes[row] < 0;
                if ((outside ? ~_nodes[row] : _nodes[row]) != node)
                    continue;
                int child = 2 * node + (_rows[row][feature] < threshold ? 1 : 2);
                _nodes[row] = outside ? ~child : child;
            }
        }
        AddLeaves();
    }

    private void AddLeaves()
    {
        var gradients = new double[TreeEnsemble.Leaves];
        var curvatures = new double[TreeEnsemble.Leaves];
        for (int row = 0; row < _rows.Length; row++)
        {
            if (_nodes[row] < 0)
                continue;
            gradients[_nodes[row] - TreeEnsemble.Nodes] += _gradients[row];
            curvatures[_nodes[row] - TreeEnsemble.Nodes] += _curvatures[row];
        }
        var values = new float[TreeEnsemble.Leaves];
        for (int leaf = 0; leaf < values.Length; leaf++)
            values[leaf] = (float)(_options.Rate * gradients[leaf] / (curvatures[leaf] + _options.Ridge));
        for (int row = 0; row < _rows.Length; row++)
            _scores[row] += values[(_nodes[row] < 0 ? ~_nodes[row] : _nodes[row]) - TreeEnsemble.Nodes];
        _leaves.AddRange(values);
    }

    private (int Feature, float Threshold) BestSplit(int node)
    {
        double gradient = 0, curvature = 0;
        int count = 0;
        for (int row = 0; row < _rows.Length; row++)
        {
            if (_nodes[row] != node)
                continue;
            gradient += _gradients[row];
            curvature += _curvatures[row];
            count++;
        }
        (double Gain, int Feature, float Threshold) best = (1e-6, 0, float.PositiveInfinity);
        if (count >= 2 * _options.MinLeaf)
        {
            for (int feature = 0; feature < _orders.Length; feature++)
                Scan(node, feature, (gradient, curvature, count), ref best);
        }
        return (best.Feature, best.Threshold);
    }

    private void Scan(int node, int feature, (double Gradient, double Curvature, int Count) all, ref (double Gain, int Feature, float Threshold) best)
    {
        double gradient = 0, curvature = 0;
        int count = 0;
        float previous = float.NaN;
        double whole = Gain(all.Gradient, all.Curvature);
        foreach (int row in _orders[feature])
        {
            if (_nodes[row] != node)
                continue;
            float value = _rows[row][feature];
            if (count >= _options.MinLeaf && all.Count - count >= _options.MinLeaf && value > previous)
            {
                double gain = Gain(gradient, curvature) + Gain(all.Gradient - gradient, all.Curvature - curvature) - whole;
                if (gain > best.Gain)
                    best = (gain, feature, previous + (value - previous) / 2 is var middle && middle > previous ? middle : value);
            }
            gradient += _gradients[row];
            curvature += _curvatures[row];
            count++;
            previous = value;
        }
    }

    private double Gain(double gradient, double curvature) => gradient * gradient / (curvature + _options.Ridge);
}
