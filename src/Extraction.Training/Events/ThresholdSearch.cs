namespace Extraction.Training.Events;

/// <summary>Chooses the least probability at which to say yes.</summary>
internal static class ThresholdSearch
{
    private const float Lowest = 0.1f, Highest = 0.9f, Step = 0.02f;

    // A filler that is right with probability p raises the slots' F1 when p times the chance that its event is right (0.78 in cross-validation)
    // is above half the F1 (0.34): the search may not leave that neighbourhood, rare roles would lead it far astray.
    private const float LeastSlot = 0.38f, MostSlot = 0.6f;

    /// <summary>The threshold of a slot.</summary>
    public static float BestForSlot(IReadOnlyCollection<(float Probability, bool Right)> items, int gold) => Math.Clamp(Best(items, gold), LeastSlot, MostSlot);

    /// <summary>The threshold with the highest F1.</summary>
    /// <param name="items">Probability and truth of every case that was asked about.</param>
    /// <param name="gold">How many true cases there are, with those never asked about.</param>
    public static float Best(IReadOnlyCollection<(float Probability, bool Right)> items, int gold)
    {
        (double F1, float Threshold) best = (-1, 0.5f);
        for (float threshold = Lowest; threshold <= Highest; threshold += Step)
        {
            int chosen = items.Count(item => item.Probability >= threshold), right = items.Count(item => item.Right && item.Probability >= threshold);
            double f1 = 2.0 * right / Math.Max(1, chosen + gold);
            if (f1 > best.F1 + 1e-9)
                best = (f1, threshold);
        }
        return best.Threshold;
    }
}
