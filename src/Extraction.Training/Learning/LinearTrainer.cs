namespace Extraction.Training.Learning;

/// <summary>Trains L2-regularised logistic regression by dual coordinate descent.</summary>
/// <remarks>
/// Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and maximum entropy models", Machine Learning 85 (2011), with the
/// modified Newton step of section 3.4, as in liblinear. Deterministic: the order of visits comes from the seed alone.
/// </remarks>
internal static class LinearTrainer
{
    private const int MaxNewtonSteps = 100;

    /// <summary>Trains one label against the rest.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="subset">The rows to train on, with their labels.</param>
    /// <param name="options">Cost, class weights, stopping.</param>
    public static LinearWeights Train(SparseRows rows, IReadOnlyList<LabelledRow> subset, LinearOptions options)
    {
        var solver = new Solver(rows, subset, options);
        return solver.Solve();
    }

    /// <summary>Trains every label against the rest; labels that no row has get a bias of never.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="subset">The rows to train on and their label's index.</param>
    /// <param name="labels">The number of labels.</param>
    /// <param name="options">Cost, class weights, stopping.</param>
    public static LinearWeights[] TrainEach(SparseRows rows, IReadOnlyList<(int Row, int Label)> subset, int labels, LinearOptions options) =>
        [.. Enumerable.Range(0, labels).AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .Select(label => Train(rows, [.. subset.Select(item => new LabelledRow(item.Row, item.Label == label))], options))];

    private sealed class Solver
    {
        // Where the dual variables start: inside the open interval (0, cost), as liblinear does.
        private const double FirstShare = 0.001, FirstMax = 1e-8;

        private readonly SparseRows _rows;
        private readonly IReadOnlyList<LabelledRow> _subset;
        private readonly LinearOptions _options;
        private readonly bool[] _used;
        private readonly double[] _weights;
        private readonly double[] _alphas;
        private readonly double[] _costs;
        private readonly double[] _squares;
        private double _innerTolerance = 1e-2;

        public Solver(SparseRows rows, IReadOnlyList<LabelledRow> subset, LinearOptions options)
        {
            (_rows, _subset, _options) = (rows, subset, options);
            _used = UsedColumns();
            _weights = new double[rows.Columns + 1];
            _alphas = new double[2 * subset.Count];
            _costs = new double[subset.Count];
            _squares = new double[subset.Count];
        }

        public LinearWeights Solve()
        {
            int positives = _subset.Count(item => item.Positive);
            if (positives == 0)
                return new LinearWeights(new float[_rows.Columns], -20);
            Start(positives);
            var order = new int[_subset.Count];
            for (int index = 0; index < order.Length; index++)
                order[index] = index;
            var random = new SplitMix(_options.Seed);
            for (int pass = 0; pass < _options.MaxPasses; pass++)
            {
                random.Shuffle(order);
                double largest = 0;
                int newtonSteps = 0;
                foreach (int item in order)
                    largest = Math.Max(largest, Visit(item, ref newtonSteps));
                if (largest < _options.Tolerance)
                    break;
                if (newtonSteps <= order.Length / 10)
                    _innerTolerance = Math.Max(1e-8, 0.1 * _innerTolerance);
            }
            return new LinearWeights([.. _weights.AsSpan(0, _rows.Columns).ToArray().Select(weight => (float)weight)], (float)_weights[^1]);
        }

        private bool[] UsedColumns()
        {
            var counts = new int[_rows.Columns];
            foreach (LabelledRow item in _subset)
            {
                foreach (int column in _rows.IndicesOf(item.Row))
                    counts[column]++;
            }
            return [.. counts.Select(count => count >= _options.MinRows)];
        }

        private void Start(int positives)
        {
            double positiveWeight = _options.Balanced ? _subset.Count / (2.0 * positives) : 1;
            double negativeWeight = _options.Balanced ? _subset.Count / (2.0 * Math.Max(1, _subset.Count - positives)) : 1;
            for (int item = 0; item < _subset.Count; item++)
            {
                LabelledRow labelled = _subset[item];
                double cost = _options.Cost * labelled.Weight * (labelled.Positive ? positiveWeight : negativeWeight);
                double alpha = Math.Min(FirstShare * cost, FirstMax);
                (_costs[item], _alphas[2 * item], _alphas[2 * item + 1]) = (cost, alpha, cost - alpha);
                _squares[item] = 1;
                ReadOnlySpan<int> indices = _rows.IndicesOf(labelled.Row);
                ReadOnlySpan<float> values = _rows.ValuesOf(labelled.Row);
                for (int at = 0; at < indices.Length; at++)
                    _squares[item] += _used[indices[at]] ? values[at] * values[at] : 0;
                Move(labelled.Row, labelled.Positive ? alpha : -alpha);
            }
        }

        // Minimises the dual in one row's variable; returns the size of its gradient before the step.
        private double Visit(int item, ref int newtonSteps)
        {
            LabelledRow labelled = _subset[item];
            double cost = _costs[item], curvature = _squares[item], sign = labelled.Positive ? 1 : -1;
            double margin = sign * Dot(labelled.Row);
            int first = 2 * item, second = 2 * item + 1;
            double direction = 1;
            if (0.5 * curvature * (_alphas[second] - _alphas[first]) + margin < 0)
                (first, second, direction) = (second, first, -1);
            double old = _alphas[first], value = old;
            if (cost - value < 0.5 * cost)
                value *= 0.1;
            double gradient = Gradient(value);
            double size = Math.Abs(gradient);
            int steps = 0;
            for (; steps <= MaxNewtonSteps && Math.Abs(gradient) >= _innerTolerance; steps++)
            {
                double moved = value - gradient / (curvature + cost / (cost - value) / value);
                value = moved <= 0 ? value * 0.1 : moved;
                gradient = Gradient(value);
            }
            newtonSteps += steps;
            if (steps > 0)
            {
                (_alphas[first], _alphas[second]) = (value, cost - value);
                Move(labelled.Row, sign * direction * (value - old));
            }
            return size;

            double Gradient(double at) => curvature * (at - old) + direction * margin + Math.Log(at / (cost - at));
        }

        private double Dot(int row)
        {
            ReadOnlySpan<int> indices = _rows.IndicesOf(row);
            ReadOnlySpan<float> values = _rows.ValuesOf(row);
            double sum = _weights[^1];
            for (int at = 0; at < indices.Length; at++)
                sum += _weights[indices[at]] * values[at];
            return sum;
        }

        private void Move(int row, double step)
        {
            ReadOnlySpan<int> indices = _rows.IndicesOf(row);
            ReadOnlySpan<float> values = _rows.ValuesOf(row);
            _weights[^1] += step;
            for (int at = 0; at < indices.Length; at++)
            {
                if (_used[indices[at]])
                    _weights[indices[at]] += step * values[at];
            }
        }
    }
}

/// <summary>A training row of a binary problem.</summary>
/// <param name="Row">Index in the rows.</param>
/// <param name="Positive">Its label.</param>
/// <param name="Weight">How much it counts; 1 is usual.</param>
internal readonly record struct LabelledRow(int Row, bool Positive, double Weight = 1);
