namespace Extraction.Training.Learning;

/// <summary>How a logistic regression is trained.</summary>
/// <param name="Cost">Weight of the loss against the squared weights (liblinear's C).</param>
internal sealed record LinearOptions(double Cost)
{
    /// <summary>Whether both classes weigh the same in sum, however rare one is.</summary>
    public bool Balanced { get; init; }

    /// <summary>Features in fewer training rows than this are left out.</summary>
    public int MinRows { get; init; } = 2;

    /// <summary>Training stops when no row's gradient is larger.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>Training stops after this many passes over the rows at the latest.</summary>
    public int MaxPasses { get; init; } = 200;

    /// <summary>Fixes the order in which rows are visited.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>The weights of one label: one per column, then the bias.</summary>
internal sealed record LinearWeights(float[] Columns, float Bias)
{
    /// <summary>The log-odds of a row.</summary>
    public float Score(SparseRows rows, int row)
    {
        ReadOnlySpan<int> indices = rows.IndicesOf(row);
        ReadOnlySpan<float> values = rows.ValuesOf(row);
        double sum = Bias;
        for (int at = 0; at < indices.Length; at++)
            sum += Columns[indices[at]] * values[at];
        return (float)sum;
    }
}
