using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>A figure in the contract's terms.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit"><c>count</c>, <c>percent</c> or an ISO 4217 code.</param>
internal readonly record struct FigureValue(decimal Value, string Unit)
{
    // Words around a percentage that make it a fall; "83 % decrease" is -83.
    private static readonly HashSet<ulong> Falls =
        [.. new[] { "decrease", "decreased", "decline", "declined", "drop", "dropped", "fall", "fell", "fallen", "down", "reduction", "shrank", "contraction", "slump" }.Select(form => TokenKey.Of(form))];

    private const int Window = 3;

    /// <summary>The figure of a draft.</summary>
    public static FigureValue? Of(ArticleView view, EventDraft draft) => draft[ValueSlot.Figure] is { Index: >= 0 } figure
        ? view.Document.Values[figure.Index] switch
        {
            MoneyMention { Money: { Value: { } value, Currency: { } currency } } => new FigureValue(value, currency),
            PercentMention percent => new FigureValue(draft.Measure == "growth" && IsFall(view, figure.Index) ? -Math.Abs(percent.Percent) : percent.Percent, "percent"),
            CountMention count => new FigureValue(count.Count, "count"),
            _ => null,
        }
        : null;

    private static bool IsFall(ArticleView view, int value)
    {
        int unit = view.ValueUnits[value];
        SentenceView sentence = view.Sentences[view.SentenceOf(unit)];
        for (int at = Math.Max(sentence.First, unit - Window); at < Math.Min(sentence.End, unit + Window + 1); at++)
        {
            if (Falls.Contains(view.Units[at].Key))
                return true;
        }
        return false;
    }
}
