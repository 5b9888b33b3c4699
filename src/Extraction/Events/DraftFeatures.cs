using Extraction.Learning;

namespace Extraction.Events;

/// <summary>The features of an event as told, for what is said of the whole of it: status, kind, filing, designation.</summary>
internal static class DraftFeatures
{
    private const int First = 300, Type = First, Action = First + 1, TypeWord = First + 2, Left = First + 3, Right = First + 4, CueLeft = First + 5, CueRight = First + 6,
        ActionCue = First + 7, Anchor = First + 8;

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
}
