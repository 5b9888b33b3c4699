using Extraction.Training.Learning;

namespace Extraction.Training.Pages;

/// <summary>Trains a logistic regression on dense rows by stochastic gradients with moments (Kingma and Ba, "Adam", 2015); deterministic.</summary>
internal sealed class DenseLogistic
{
    private const int Passes = 24;
    private const int BatchRows = 256;
    private const double FirstRate = 0.01;
    private const double Momentum = 0.9, Scaling = 0.999, Epsilon = 1e-8;

    // The squared weights against the loss of all rows, liblinear's 1/C with C = 0.03 (shared/study/CLEANING.md).
    private const double Ridge = 33;

    private readonly BlockRows _rows;
    private readonly float[][] _standard;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _weights;

    private DenseLogistic(BlockRows rows)
    {
        _rows = rows;
        _weights = new double[rows.Features + 1];
        _means = new double[rows.Features];
        _deviations = new double[rows.Features];
        Measure();
        _standard = [.. rows.Values.Select(row => row.Select((value, feature) => (float)((value - _means[feature]) / _deviations[feature])).ToArray())];
    }

    /// <summary>The weights for the rows as they are, then the bias.</summary>
    public static float[] Train(BlockRows rows, ulong seed)
    {
        var trainer = new DenseLogistic(rows);
        trainer.Descend(new SplitMix(seed));
        return trainer.Unstandardize();
    }

    private void Measure()
    {
        for (int feature = 0; feature < _rows.Features; feature++)
        {
            double sum = 0, squares = 0;
            foreach (float[] row in _rows.Values)
            {
                sum += row[feature];
                squares += (double)row[feature] * row[feature];
            }
            _means[feature] = sum / _rows.Count;
            double variance = squares / _rows.Count - _means[feature] * _means[feature];
            _deviations[feature] = variance > 1e-10 ? Math.Sqrt(variance) : 1;
        }
    }

    private void Descend(SplitMix random)
    {
        int[] order = [.. Enumerable.Range(0, _rows.Count)];
        double[] gradient = new double[_weights.Length], first = new double[_weights.Length], second = new double[_weights.Length];
        int steps = Passes * ((_rows.Count + BatchRows - 1) / BatchRows), step = 0;
        double meanWeight = _rows.Weights.Average();
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            for (int start = 0; start < order.Length; start += BatchRows)
            {
                int count = Math.Min(BatchRows, order.Length - start);
                AddGradient(order.AsSpan(start, count), gradient);
                step++;
                double rate = FirstRate * (1 - (double)(step - 1) / steps);
                for (int index = 0; index < gradient.Length; index++)
                {
                    double slope = gradient[index] / (count * meanWeight) + (index < _rows.Features ? Ridge / _rows.Count * _weights[index] : 0);
                    gradient[index] = 0;
                    first[index] = Momentum * first[index] + (1 - Momentum) * slope;
                    second[index] = Scaling * second[index] + (1 - Scaling) * slope * slope;
                    _weights[index] -= rate * (first[index] / (1 - Math.Pow(Momentum, step))) / (Math.Sqrt(second[index] / (1 - Math.Pow(Scaling, step))) + Epsilon);
                }
            }
        }
    }

    private void AddGradient(ReadOnlySpan<int> batch, double[] gradient)
    {
        foreach (int row in batch)
        {
            float[] values = _standard[row];
            double sum = _weights[^1];
            for (int feature = 0; feature < values.Length; feature++)
                sum += values[feature] * _weights[feature];
            double error = (1 / (1 + Math.Exp(-sum)) - (_rows.Labels[row] ? 1 : 0)) * _rows.Weights[row];
            for (int feature = 0; feature < values.Length; feature++)
                gradient[feature] += error * values[feature];
            gradient[^1] += error;
        }
    }

    private float[] Unstandardize()
    {
        var weights = new float[_weights.Length];
        double bias = _weights[^1];
        for (int feature = 0; feature < _rows.Features; feature++)
        {
            weights[feature] = (float)(_weights[feature] / _deviations[feature]);
            bias -= _weights[feature] * _means[feature] / _deviations[feature];
        }
        weights[^1] = (float)bias;
        return weights;
    }
}
