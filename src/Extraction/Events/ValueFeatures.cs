using Extraction.Learning;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>The features of a stated value as the filler of a slot.</summary>
internal static class ValueFeatures
{
    private const int First = 200, SlotBase = First, Where = First + 1, Before = First + 2, After = First + 3, Place = First + 4, Rank = First + 5, Form = First + 6,
        Noun = First + 7, Relative = First + 8, Lead = First + 9, Explicit = First + 10, Cue = First + 11, Words = First + 12, Size = First + 13;

    private const int Window = 3;

    /// <summary>Replaces <paramref name="features"/> with those of a value (or the publication date) in a slot.</summary>
    public static void Fill(ArticleView view, EventDraft draft, (ValueSlot Slot, int Index) choice, FeatureList features)
    {
        features.Clear();
        ulong type = (ulong)draft.Type, action = type * 32 + (ulong)(draft.Action + 1);
        int unit = choice.Index >= 0 ? view.ValueUnits[choice.Index] : -1;
        int sentence = unit >= 0 ? view.SentenceOf(unit) : -1;
        ulong where = choice.Index == SlotValue.Published ? 9 : Distance(sentence - draft.Sentence);
        features.Add(SlotBase, type);
        features.Add(SlotBase, action, 1);
        features.Add(Where, where);
        features.Add(Where, where, action);
        features.Add(Lead, where, SentenceFeatures.Bucket(draft.Sentence));
        if (choice.Slot == ValueSlot.Date)
            AddDate(view, draft, choice.Index, where, features);
        if (choice.Index < 0 || unit < 0)
            return;
        AddForm(view, choice.Index, features);
        SentenceView own = view.Sentences[sentence];
        for (int step = 1; step <= Window; step++)
        {
            features.Add(Before, (ulong)step, Key(view, unit - step, own));
            features.Add(Before, 9, Key(view, unit - step, own));
            features.Add(After, (ulong)step, Key(view, unit + step, own));
            features.Add(After, 9, Key(view, unit + step, own));
        }
        features.Add(Before, Key(view, unit - 2, own), Key(view, unit - 1, own));
        features.Add(After, Key(view, unit + 1, own), Key(view, unit + 2, own));
        if (sentence == draft.Sentence)
        {
            features.Add(Place, (unit < draft.Anchor ? 0u : 16) + SentenceFeatures.Bucket(Math.Abs(unit - draft.Anchor)), type);
            features.Add(Place, (unit < draft.Anchor ? 0u : 16) + SentenceFeatures.Bucket(Math.Abs(unit - draft.Anchor)));
        }
        features.Add(Rank, RankAmongSame(view, choice.Index, own), where);
    }

    private static void AddDate(ArticleView view, EventDraft draft, int index, ulong where, FeatureList features)
    {
        SentenceView sentence = view.Sentences[draft.Sentence];
        bool stated = false;
        for (int unit = sentence.First; unit < sentence.End; unit++)
        {
            Unit at = view.Units[unit];
            stated |= at.Value >= 0 && view.Document.Values[at.Value] is DateMention { Kind: not DateKind.Dateline };
            features.Add(Words, where, at.Stem);
        }
        bool dateline = view.Dateline is not null;
        ulong status = (ulong)draft.Status;
        features.Add(Explicit, where * 4 + (stated ? 2u : 0) + (dateline ? 1u : 0), status);
        features.Add(Explicit, where * 4 + (stated ? 2u : 0) + (dateline ? 1u : 0), 16 + SentenceFeatures.Bucket(draft.Sentence));
        features.Add(Cue, where, view.Units[draft.Anchor].Trigger);
        PartialDate? date = index >= 0 ? (view.Document.Values[index] as DateMention)?.Date : view.Document.Article.Published;
        PartialDate? reference = view.Dateline ?? view.Document.Article.Published;
        ulong relative = date is null || reference is null ? 0 : date.Value.Year < reference.Value.Year ? 1u : date.Value.Year > reference.Value.Year ? 2u
            : date == reference ? 3u : 4;
        features.Add(Relative, relative, status);
        features.Add(Relative, relative, 64 + (ulong)draft.Type * 32 + (ulong)(draft.Action + 1));
    }

    private static void AddForm(ArticleView view, int index, FeatureList features)
    {
        switch (view.Document.Values[index])
        {
            case MoneyMention money:
                features.Add(Form, (ulong)money.Money.Qualifier * 2 + (money.PerUnit ? 1u : 0));
                features.Add(Size, (ulong)Math.Log10(Math.Max(1, (double)(money.Money.Value ?? 1))));
                break;
            case DateMention date:
                features.Add(Form, 64 + (ulong)date.Kind * 4 + (date.Date.Day is not null ? 2u : date.Date.Month is not null ? 1u : 0));
                break;
            case CountMention count:
                features.Add(Form, 128 + (ulong)count.Qualifier);
                features.Add(Size, 64 + SentenceFeatures.Bucket((int)Math.Min(count.Count, 1000)));
                AddNoun(view, count, features);
                break;
            case PhaseMention phase:
                features.Add(Form, 256, TokenKey.Of(phase.Phase));
                break;
        }
    }

    private static void AddNoun(ArticleView view, CountMention count, FeatureList features)
    {
        if (count.Unit.Length == 0)
            return;
        ReadOnlySpan<char> noun = count.Unit.Of(view.Document.NormalizedText);
        features.Add(Noun, TokenKey.Of(noun));
        features.Add(Noun, 1, TokenKey.Of(noun[(noun.LastIndexOf(' ') + 1)..]));
    }

    // The value's place among those of its type in its sentence: 0 only one, 1 first, 2 second, 3 later.
    private static ulong RankAmongSame(ArticleView view, int index, SentenceView sentence)
    {
        int before = 0, all = 0;
        Type type = view.Document.Values[index].GetType();
        for (int unit = sentence.First; unit < sentence.End; unit++)
        {
            int value = view.Units[unit].Value;
            if (value < 0 || view.Document.Values[value].GetType() != type)
                continue;
            all++;
            before += value < index ? 1 : 0;
        }
        return all == 1 ? 0 : (ulong)Math.Min(before, 2) + 1;
    }

    private static ulong Key(ArticleView view, int unit, SentenceView sentence) => unit >= sentence.First && unit < sentence.End ? view.Units[unit].Key : 1;

    // 0 same sentence, then one before, one after, two or three before, after, farther.
    private static ulong Distance(int sentences) => sentences switch
    {
        0 => 1,
        -1 => 2,
        1 => 3,
        -2 or -3 => 4,
        2 or 3 => 5,
        < 0 => 6,
        _ => 7,
    };
}
