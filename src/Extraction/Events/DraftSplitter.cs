using System.Collections.Immutable;
using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>Parts a draft that tells several events: one for each designation or therapy, or "respectively".</summary>
internal sealed class DraftSplitter(DesignationLexicon designations)
{
    private static readonly ulong Respectively = TokenKey.Of("respectively");

    /// <summary>The events that the draft tells; itself when it tells one.</summary>
    public List<EventDraft> Split(ArticleView view, EventDraft draft)
    {
        List<EventDraft> parts = [draft];
        if (draft.Type == EventType.Regulatory)
        {
            parts = SplitByRole(parts, Role.Product, 1);
            if (EventVocabulary.Actions(draft.Type)[draft.Action] == "designated")
                parts = SplitByDesignation(view, parts);
        }
        if (draft.Type is EventType.Regulatory or EventType.Trial && Has(view, draft.Sentence, Respectively))
            parts = SplitByRole(parts, Role.Indication, 1);
        return parts;
    }

    private static List<EventDraft> SplitByRole(List<EventDraft> drafts, Role role, int least)
    {
        var parts = new List<EventDraft>();
        foreach (EventDraft draft in drafts)
        {
            ImmutableArray<Filler> named = [.. draft.Fillers.Where(filler => filler.Role == role && filler.InSentence)];
            if (named.Length <= least)
            {
                parts.Add(draft);
                continue;
            }
            foreach (Filler filler in named)
            {
                EventDraft part = draft.Copy();
                part.Fillers.RemoveAll(other => other.Role == role && other != filler);
                parts.Add(part);
            }
        }
        return parts;
    }

    private List<EventDraft> SplitByDesignation(ArticleView view, List<EventDraft> drafts)
    {
        Sentence sentence = view.Document.Sentences[drafts[0].Sentence];
        List<string> codes = designations.FindAll(view.Document.Tokens.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken));
        if (codes.Count == 0)
            return drafts;
        var parts = new List<EventDraft>();
        foreach (EventDraft draft in drafts)
        {
            foreach (string code in codes)
            {
                EventDraft part = draft.Copy();
                part.Designation = code;
                parts.Add(part);
            }
        }
        return parts;
    }

    private static bool Has(ArticleView view, int sentence, ulong word)
    {
        SentenceView at = view.Sentences[sentence];
        for (int unit = at.First; unit < at.End; unit++)
        {
            if (view.Units[unit].Key == word)
                return true;
        }
        return false;
    }
}
