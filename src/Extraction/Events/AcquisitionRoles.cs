using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>Who buys whom, read off the order of names around the trigger: with so few examples a rule is surer than a model (shared/study/EVENTS.md).</summary>
internal static class AcquisitionRoles
{
    private static readonly ulong By = TokenKey.Of("by");

    // "by" may stand before an article or an adjective: "acquired by the Swiss group Nordwind".
    private const int ByReach = 4;

    /// <summary>Sets buyer and bought where the sentence names both around one trigger; otherwise leaves the model's choice.</summary>
    public static void Assign(ArticleView view, EventDraft draft)
    {
        SentenceView sentence = view.Sentences[draft.Sentence];
        for (int unit = sentence.First; unit < sentence.End; unit++)
        {
            if (view.TriggerAt(unit).Type != EventType.Acquisition)
                continue;
            int before = Beside(view, unit, sentence.First, -1), after = Beside(view, unit, sentence.End, 1);
            if (before < 0 || after < 0 || before == after)
                continue;
            bool passive = IsPassive(view, unit, sentence.End);
            (int acquirer, int acquired) = passive ? (after, before) : (before, after);
            if (!EventVocabulary.CanFill(EventType.Acquisition, Role.Acquirer, view.Entities[acquirer].Type)
                || !EventVocabulary.CanFill(EventType.Acquisition, Role.Acquired, view.Entities[acquired].Type))
            {
                continue;
            }
            draft.Fillers.RemoveAll(filler => filler.Role is Role.Acquirer or Role.Acquired);
            draft.Fillers.Add(new Filler(Role.Acquired, acquired, 1, true));
            draft.Fillers.Add(new Filler(Role.Acquirer, acquirer, 1, true));
            return;
        }
    }

    private static bool IsPassive(ArticleView view, int trigger, int end)
    {
        for (int unit = trigger + 1; unit < Math.Min(end, trigger + ByReach) && view.Units[unit].Mention < 0; unit++)
        {
            if (view.Units[unit].Key == By)
                return true;
        }
        return false;
    }

    // The nearest company, investor or product on one side, as an entity; -1 when there is none.
    private static int Beside(ArticleView view, int unit, int limit, int step)
    {
        for (int at = unit + step; step < 0 ? at >= limit : at < limit; at += step)
        {
            if (view.Units[at].Mention is >= 0 and var mention
                && view.Entities[view.Mentions[mention].Entity].Type is EntityType.Company or EntityType.Investor or EntityType.Product)
            {
                return view.Mentions[mention].Entity;
            }
        }
        return -1;
    }
}
