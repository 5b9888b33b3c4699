using Extraction.Learning;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>The features of an event as told, for what is said of the whole of it: status, kind, filing, designation.</summary>
internal static class DraftFeatures
{
    private const int First = 300, Type = First, Action = First + 1, TypeWord = First + 2, Left = First + 3, Right = First + 4, CueLeft = First + 5, CueRight = First + 6,
        ActionCue = First + 7, Anchor = First + 8, KindHere = First + 9, KindTitle = First + 10, KindNear = First + 11, KindLead = First + 12, DateAt = First + 13;

    private const int Window = 5;

    /// <summary>Replaces <paramref name="features"/> with those of the draft.</summary>
    public static void Fill(ArticleView view, EventDraft draft, FeatureList features)
    {
        features.Clear();
        SentenceFeatures.Add(view, draft.Sentence, features);
        ulong type = (ulong)draft.Type, action = type * 32 + (ulong)(draft.Action + 1);
        features.Add(Type, type);
        features.Add(Action, action);
        features.Add(Anchor, view.Units[draft.Anchor].Key);
        AddDates(view, draft.Sentence, action, features);
        if (draft.Type is EventType.Funding or EventType.Deal or EventType.Regulatory)
            AddKinds(view, draft, features);
        SentenceView sentence = view.Sentences[draft.Sentence];
        for (int unit = sentence.First; unit < sentence.End; unit++)
        {
            features.Add(TypeWord, type, view.Units[unit].Stem);
            int away = unit - draft.Anchor;
            if (away is < 0 and >= -Window)
                features.Add(Left, view.Units[unit].Key);
            else if (away is > 0 and <= Window)
                features.Add(Right, view.Units[unit].Key);
            if (view.Units[unit].Trigger is var trigger && trigger != 0 && view.TriggerAt(unit).Type is null)
            {
                features.Add(away < 0 ? CueLeft : CueRight, trigger);
                features.Add(ActionCue, action * 2 + (away < 0 ? 1u : 0), trigger);
            }
        }
    }

    // A date after the release tells a plan, one before it a fact.
    private static void AddDates(ArticleView view, int sentence, ulong action, FeatureList features)
    {
        if ((view.Dateline ?? view.Document.Article.Published) is not { } today)
            return;
        SentenceView at = view.Sentences[sentence];
        for (int unit = at.First; unit < at.End; unit++)
        {
            if (view.Units[unit].Value is not (>= 0 and var value) || view.Document.Values[value] is not DateMention { Kind: not DateKind.Dateline } date)
                continue;
            int years = Math.Sign(date.Date.Year - today.Year), months = Math.Sign((date.Date.Month ?? 0) - (today.Month ?? 0));
            ulong when = (ulong)(years != 0 ? years + 1 : date.Date.Month is null ? 3 : date.Date == today ? 4 : 6 + months);
            features.Add(DateAt, when);
            features.Add(DateAt, when, action);
        }
    }

    private static void AddKinds(ArticleView view, EventDraft draft, FeatureList features)
    {
        AddBits(KindHere, view.KindsIn(draft.Sentence, draft.Type), features);
        AddBits(KindTitle, view.KindsIn(0, draft.Type), features);
        if (view.Sentences.Length > 1)
            AddBits(KindLead, view.KindsIn(1, draft.Type), features);
        if (draft.Sentence > 0)
            AddBits(KindNear, view.KindsIn(draft.Sentence - 1, draft.Type), features);
        if (draft.Sentence + 1 < view.Sentences.Length)
            AddBits(KindNear, view.KindsIn(draft.Sentence + 1, draft.Type), features);
    }

    // Added twice: kinds have few examples and these words are worth more than others.
    private static void AddBits(int template, ulong bits, FeatureList features)
    {
        for (int bit = 0; bit < 64; bit++)
        {
            if ((bits >> bit & 1) == 0)
                continue;
            features.Add(template, (ulong)bit);
            features.Add(template, (ulong)bit);
        }
    }
}
