namespace Extraction.Training.Pages;

/// <summary>The overlap of a page's text with its gold in word 4-grams, as shares of all that is in either; every page weighs the same.</summary>
/// <param name="Found">In both.</param>
/// <param name="Added">Only in the text.</param>
/// <param name="Missed">Only in the gold.</param>
internal readonly record struct ShingleScore(double Found, double Added, double Missed)
{
    public double F1 => Found == 0 ? 0 : 2 * Found / (2 * Found + Added + Missed);

    public static ShingleScore Of(ShingleText gold, ShingleText text)
    {
        int found = 0;
        foreach ((ulong shingle, int count) in text.Counts)
            found += Math.Min(count, gold.Counts.GetValueOrDefault(shingle));
        double all = text.Total + gold.Total - found;
        return all == 0 ? default : new ShingleScore(found / all, (text.Total - found) / all, (gold.Total - found) / all);
    }

    public static ShingleScore operator +(ShingleScore left, ShingleScore right) =>
        new(left.Found + right.Found, left.Added + right.Added, left.Missed + right.Missed);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{F1:F4} ({Found / Math.Max(1e-9, Found + Added):F3}/{Found / Math.Max(1e-9, Found + Missed):F3})");
}
