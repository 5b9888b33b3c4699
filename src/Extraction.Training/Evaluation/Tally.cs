namespace Extraction.Training.Evaluation;

/// <summary>Counts of right, wrong and missed finds.</summary>
/// <param name="Right">Found and in the gold.</param>
/// <param name="Wrong">Found and not in the gold.</param>
/// <param name="Missed">In the gold and not found.</param>
public readonly record struct Tally(int Right, int Wrong, int Missed)
{
    /// <summary>How many the gold has.</summary>
    public int Gold => Right + Missed;

    /// <summary>How many were found.</summary>
    public int Found => Right + Wrong;

    /// <summary>The share of the found that is right; 0 when nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>The share of the gold that was found; 0 when the gold has nothing.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>The harmonic mean of precision and recall; 0 when nothing is right.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / (2 * Right + Wrong + Missed);

    /// <summary>Adds counts.</summary>
    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Wrong + right.Wrong, left.Missed + right.Missed);
}
