namespace Extraction.Training.Evaluation;

/// <summary>Compares confidences with how often the finds are right, in ten bins.</summary>
internal sealed class ConfidenceBins
{
    private const int Bins = 10;

    private readonly int[] _finds = new int[Bins];
    private readonly int[] _right = new int[Bins];
    private readonly double[] _confidences = new double[Bins];

    /// <summary>The expected calibration error; null without finds.</summary>
    public double? Error => _finds.Sum() is > 0 and int all ? Enumerable.Range(0, Bins).Sum(bin => Math.Abs(_right[bin] - _confidences[bin])) / all : null;

    /// <summary>The share of right finds among those of 0.9 or more, 0 when there are none of them; null without finds.</summary>
    public double? HighPrecision => _finds.Sum() > 0 ? (double)_right[^1] / Math.Max(1, _finds[^1]) : null;

    /// <summary>Takes one find.</summary>
    public void Add(double confidence, bool isRight)
    {
        int bin = Math.Min(Bins - 1, (int)(confidence * Bins));
        _finds[bin]++;
        _right[bin] += isRight ? 1 : 0;
        _confidences[bin] += confidence;
    }
}
