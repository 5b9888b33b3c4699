using Extraction.Events;
using Extraction.Records;
using Extraction.Values;

namespace Extraction.Training.Events;

/// <summary>Which of the values that the text states a gold event holds.</summary>
internal static class GoldValues
{
    // As the scorer: 1.1 % apart is the same.
    private const decimal Tolerance = 0.011m;

    /// <summary>How well a value fits a gold slot: 0 not, 1 in part (a date of other precision), 2 exactly.</summary>
    public static int Match(ArticleView view, EventRecord gold, ValueSlot slot, int index)
    {
        if (index == SlotValue.Published)
            return MatchDate(gold.Date, view.Document.Article.Published);
        ValueMention value = view.Document.Values[index];
        return slot switch
        {
            ValueSlot.Date => MatchDate(gold.Date, (value as DateMention)?.Date),
            ValueSlot.Amount => MatchMoney(gold.Amount, value),
            ValueSlot.Upfront => MatchMoney(gold.Upfront, value),
            ValueSlot.Phase => value is PhaseMention phase && phase.Phase == gold.Phase ? 2 : 0,
            ValueSlot.Round => value is RoundMention round && round.Round == gold.Round ? 2 : 0,
            ValueSlot.Participants => MatchNumber(gold.Participants, value),
            ValueSlot.Heads => MatchNumber(gold.Count, value),
            ValueSlot.Period => value is DateMention period && (period.Period ?? period.Date.ToString()) == gold.Period ? 2 : 0,
            _ => 0,
        };
    }

    /// <summary>The value that states the figure of a statistic, sales or price event: in its sentences, the same number and unit; null when none does.</summary>
    public static int? FindFigure(ArticleView view, GoldEvent gold)
    {
        for (int value = 0; value < view.ValueUnits.Length; value++)
        {
            if (FigureFeatures.MayBeFigure(view, value) && gold.Sentences.Contains(view.SentenceOf(view.ValueUnits[value])) && IsFigure(gold.Record, view.Document.Values[value]))
                return value;
        }
        return null;
    }

    private static bool IsFigure(EventRecord gold, ValueMention value)
    {
        if (gold.Type != EventType.Statistic)
            return MatchMoney(gold.Amount, value) > 0;
        return value switch
        {
            MoneyMention money => money.Money.Currency == gold.Unit && AreClose(money.Money.Value, gold.Value),
            PercentMention percent => gold.Unit == "percent" && AreClose(percent.Percent, gold.Value is { } share ? Math.Abs(share) : null),
            CountMention count => gold.Unit == "count" && AreClose(count.Count, gold.Value),
            _ => false,
        };
    }

    private static int MatchDate(string? gold, PartialDate? date)
    {
        if (gold is null || date is null)
            return 0;
        string text = date.Value.ToString();
        return text == gold ? 2 : text.StartsWith(gold, StringComparison.Ordinal) || gold.StartsWith(text, StringComparison.Ordinal) ? 1 : 0;
    }

    private static int MatchMoney(MoneyRecord? gold, ValueMention value) =>
        value is MoneyMention money && gold is not null && gold.Currency == money.Money.Currency && AreClose(money.Money.Value, gold.Value) ? 2 : 0;

    private static int MatchNumber(int? gold, ValueMention value) => value is CountMention count && gold is { } number && AreClose(count.Count, number) ? 2 : 0;

    private static bool AreClose(decimal? left, decimal? right) =>
        left is { } one && right is { } other && Math.Abs(one - other) <= Tolerance * Math.Max(Math.Abs(one), Math.Abs(other));
}
