namespace Extraction.Training.Evaluation;

/// <summary>How records compare with gold ones: micro counts over all articles of the gold.</summary>
public sealed record RecordScores
{
    /// <summary>Articles in the gold.</summary>
    public required int Articles { get; init; }

    /// <summary>Ids of articles in the gold of which there is no record; they count as empty ones.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>One-to-one per article: same type, a name in common. By type.</summary>
    public required IReadOnlyDictionary<string, Tally> Entities { get; init; }

    /// <summary>Exact span and type, where both records hold the same text. By type.</summary>
    public required IReadOnlyDictionary<string, Tally> Mentions { get; init; }

    /// <summary>Same type between paired entities. By type.</summary>
    public required IReadOnlyDictionary<string, Tally> Relations { get; init; }

    /// <summary>Same type and a key slot right. By type.</summary>
    public required IReadOnlyDictionary<string, Tally> Events { get; init; }

    /// <summary>Every role filler and value of the events counts one. By the type of the event.</summary>
    public required IReadOnlyDictionary<string, Tally> Slots { get; init; }

    /// <summary>Mentions whose span does not hold their words.</summary>
    public required int BadSpans { get; init; }

    /// <summary>Mean distance between the confidence of entities and how often they are right, over ten bins; null without confidences.</summary>
    public required double? CalibrationError { get; init; }

    /// <summary>The share of entities with a confidence of 0.9 or more that are right; null without confidences.</summary>
    public required double? HighConfidencePrecision { get; init; }

    /// <summary>What the product is for: the mean of the F1 of company, product, target and the slots of funding events.</summary>
    public double Headline =>
        (F1(Entities, "company") + F1(Entities, "product") + F1(Entities, "target") + F1(Slots, "funding")) / 4;

    /// <summary>The counts of all types together.</summary>
    public static Tally All(IReadOnlyDictionary<string, Tally> byType) => byType.Values.Aggregate(default(Tally), (sum, tally) => sum + tally);

    private static double F1(IReadOnlyDictionary<string, Tally> byType, string type) => byType.GetValueOrDefault(type).F1;
}
