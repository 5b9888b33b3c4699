namespace Extraction.Training.Evaluation;

/// <summary>One filled slot of an event, ready to be compared.</summary>
/// <param name="Name">The slot or role, as the contract names it.</param>
/// <param name="Text">The words, id or currency; null for a bare number.</param>
/// <param name="Number">The figure; null where there is none.</param>
internal readonly record struct EventSlot(string Name, string? Text, double? Number = null)
{
    // Rounded figures ("about $67 million" for 66.7) count as the same.
    private const double Tolerance = 0.011;
    private const int YearLength = 4;

    /// <summary>Whether the two say the same.</summary>
    public bool Matches(EventSlot other) => Name == other.Name && Name switch
    {
        "amount" or "upfront" => Text == other.Text && (Number is null && other.Number is null || AreClose(Number, other.Number)),
        "value" or "participants" or "count" => AreClose(Number, other.Number),
        "date" => IsPartOf(Text!, other.Text!) || IsPartOf(other.Text!, Text!),
        "round" => Text == other.Text || WithoutSeries(Text!) == WithoutSeries(other.Text!),
        _ => Text == other.Text,
    };

    private static bool AreClose(double? left, double? right) =>
        left is { } one && right is { } two && Math.Abs(one - two) <= Tolerance * Math.Max(Math.Abs(one), Math.Abs(two));

    private static bool IsPartOf(string exact, string partial) => partial.Length >= YearLength && exact.StartsWith(partial, StringComparison.Ordinal);

    private static string WithoutSeries(string round) => round.Replace("series ", "", StringComparison.Ordinal);
}
