using Extraction.Learning;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>The features of a stated amount, share or number as a sector figure, sales or a price.</summary>
internal static class FigureFeatures
{
    private const int First = 400, Kind = First, Stem = First + 1, Before = First + 2, After = First + 3, Noun = First + 4, Size = First + 5, Names = First + 6,
        Trigger = First + 7, KindTrigger = First + 8, Order = First + 9, KindStem = First + 10, Type = First + 11, Title = First + 12, Section = First + 13, Subject = First + 14;

    private const int Window = 4;

    /// <summary>Replaces <paramref name="features"/> with those of value <paramref name="index"/>.</summary>
    /// <param name="view">The article.</param>
    /// <param name="index">Index in the document's values.</param>
    /// <param name="types">The probability of each event type for the value's sentence.</param>
    /// <param name="features">Cleared and filled.</param>
    public static void Fill(ArticleView view, int index, ReadOnlySpan<float> types, FeatureList features)
    {
        features.Clear();
        int unit = view.ValueUnits[index], at = view.SentenceOf(unit);
        SentenceView sentence = view.Sentences[at];
        ulong kind = KindOf(view.Document.Values[index]);
        features.Add(Kind, kind);
        features.Add(Subject, kind, TitleNames(view));
        features.Add(Section, kind, (ulong)sentence.Section * 16 + SentenceFeatures.Bucket(at));
        AddSize(view, index, kind, features);
        int same = 0;
        for (int other = sentence.First; other < sentence.End; other++)
        {
            Unit word = view.Units[other];
            features.Add(Stem, word.Stem);
            features.Add(KindStem, kind, word.Stem);
            same += other < unit && word.Value >= 0 && KindOf(view.Document.Values[word.Value]) == kind ? 1 : 0;
            if (word.Trigger != 0)
                features.Add(KindTrigger, kind, word.Trigger);
        }
        features.Add(Order, kind, (ulong)Math.Min(same, 3));
        for (int step = 1; step <= Window; step++)
        {
            ulong previous = unit - step >= sentence.First ? view.Units[unit - step].Stem : 1, next = unit + step < sentence.End ? view.Units[unit + step].Stem : 1;
            features.Add(Before, previous);
            features.Add(After, next);
            features.Add(Before, (ulong)step, previous);
            features.Add(After, (ulong)step, next);
        }
        for (int mention = sentence.FirstMention; mention < sentence.EndMention; mention++)
            features.Add(Names, kind, (ulong)view.Entities[view.Mentions[mention].Entity].Type);
        for (int type = 0; type < types.Length; type++)
            features.Add(Type, kind, (ulong)(type * 8) + (ulong)(types[type] * 4.99f));
        for (int title = view.Sentences.Length > 0 ? view.Sentences[0].First : 0; at > 0 && title < view.Sentences[0].End; title++)
            features.Add(Title, view.Units[title].Stem);
    }

    /// <summary>Whether a value may be a figure: amounts that are not per share, shares, and numbers of things.</summary>
    public static bool MayBeFigure(ArticleView view, int index) => view.ValueUnits[index] >= 0 && view.Document.Values[index] switch
    {
        MoneyMention => true,
        PercentMention => true,
        CountMention count => count.Unit.Length > 0,
        _ => false,
    };

    // Whether the title names a company, a product, neither: an article about a sector names neither.
    private static ulong TitleNames(ArticleView view)
    {
        ulong names = 0;
        foreach (EntityView entity in view.Entities)
        {
            if (entity.Title)
                names |= entity.Type switch { EntityType.Company => 1u, EntityType.Product => 2u, EntityType.Modality or EntityType.Place => 4u, _ => 0u };
        }
        return names;
    }

    private static ulong KindOf(ValueMention value) => value switch
    {
        MoneyMention { PerUnit: true } => 1,
        MoneyMention => 2,
        PercentMention => 3,
        CountMention => 4,
        _ => 0,
    };

    private static void AddSize(ArticleView view, int index, ulong kind, FeatureList features)
    {
        (decimal number, Qualifier qualifier) = view.Document.Values[index] switch
        {
            MoneyMention money => (money.Money.Value ?? 0, money.Money.Qualifier),
            PercentMention percent => (percent.Percent, percent.Qualifier),
            CountMention count => (count.Count, count.Qualifier),
            _ => (0, Qualifier.Exact),
        };
        features.Add(Size, kind, (ulong)(4 * Math.Log10(Math.Max(1, (double)Math.Abs(number)))));
        features.Add(Size, kind, 100 + (ulong)qualifier);
        if (view.Document.Values[index] is not CountMention { Unit.Length: > 0 } counted)
            return;
        ReadOnlySpan<char> noun = counted.Unit.Of(view.Document.NormalizedText);
        features.Add(Noun, TokenKey.Of(noun));
        features.Add(Noun, TokenKey.Of(noun[(noun.LastIndexOf(' ') + 1)..]));
    }
}
