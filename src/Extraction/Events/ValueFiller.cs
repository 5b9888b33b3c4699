using Extraction.Learning;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>Finds the values of an event among those that the text states.</summary>
internal sealed class ValueFiller(EventModels models)
{
    private const float DefaultThreshold = 0.4f;

    // Sentences around the draft's own in which values are looked for; the title and the lead count as near to all.
    private const int Reach = 2, Lead = 2;

    /// <summary>The slots that events of a type have.</summary>
    public static ReadOnlySpan<ValueSlot> Slots(EventType type) => type switch
    {
        EventType.Funding => [ValueSlot.Date, ValueSlot.Amount, ValueSlot.Round],
        EventType.Acquisition => [ValueSlot.Date, ValueSlot.Amount, ValueSlot.Upfront],
        EventType.Deal => [ValueSlot.Date, ValueSlot.Amount, ValueSlot.Upfront],
        EventType.Trial => [ValueSlot.Date, ValueSlot.Phase, ValueSlot.Participants],
        EventType.Corporate or EventType.Policy => [ValueSlot.Date, ValueSlot.Heads],
        EventType.Regulatory => [ValueSlot.Date],
        EventType.Sales or EventType.Statistic => [ValueSlot.Period],
        _ => [],
    };

    /// <summary>Fills every value slot of the draft.</summary>
    public void Fill(ArticleView view, EventDraft draft, FeatureList features)
    {
        foreach (ValueSlot slot in Slots(draft.Type))
        {
            if (models.Values(slot) is not { } model)
                continue;
            SlotValue best = SlotValue.None;
            foreach (int index in Candidates(view, draft, slot))
            {
                ValueFeatures.Fill(view, draft, (slot, index), features);
                float probability = LinearModel.Probability(model.Score(features.Keys));
                if (probability > best.Probability)
                    best = new SlotValue(index, probability, IsInSentence(view, draft, index));
            }
            if (best.Probability >= models.Threshold(EventModels.ValueModel(slot), DefaultThreshold))
                draft[slot] = best;
        }
    }

    /// <summary>The values that may fill a slot: indexes in the document's values, and the publication date for dates.</summary>
    public static IEnumerable<int> Candidates(ArticleView view, EventDraft draft, ValueSlot slot)
    {
        bool dateline = false;
        for (int index = 0; index < view.ValueUnits.Length; index++)
        {
            if (view.ValueUnits[index] < 0 || !IsOfSlot(view.Document.Values[index], slot))
                continue;
            int sentence = view.SentenceOf(view.ValueUnits[index]);
            bool isDateline = view.Document.Values[index] is DateMention { Kind: DateKind.Dateline };
            if (Math.Abs(sentence - draft.Sentence) <= Reach || isDateline && !dateline || slot != ValueSlot.Date && sentence <= Lead)
                yield return index;
            dateline |= isDateline;
        }
        if (slot == ValueSlot.Date && !dateline && view.Document.Article.Published is not null)
            yield return SlotValue.Published;
    }

    private static bool IsInSentence(ArticleView view, EventDraft draft, int index) => index >= 0 && view.SentenceOf(view.ValueUnits[index]) == draft.Sentence;

    private static bool IsOfSlot(ValueMention value, ValueSlot slot) => slot switch
    {
        ValueSlot.Date => value is DateMention,
        ValueSlot.Period => value is DateMention { Kind: not DateKind.Dateline },
        ValueSlot.Amount or ValueSlot.Upfront => value is MoneyMention { PerUnit: false },
        ValueSlot.Phase => value is PhaseMention,
        ValueSlot.Round => value is RoundMention,
        ValueSlot.Participants or ValueSlot.Heads => value is CountMention,
        _ => false,
    };
}
