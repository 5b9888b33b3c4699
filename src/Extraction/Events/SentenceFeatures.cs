using Extraction.Learning;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>The features of a sentence that every sentence classifier shares.</summary>
internal static class SentenceFeatures
{
    private const int Word = 1, Pair = 2, Skip = 3, Names = 4, Trigger = 5, TriggerNames = 6, Position = 7, Previous = 8, Title = 9, Stem = 10,
        Opening = 11, PhaseValue = 12, TriggerPair = 13, Main = 14, SectionAt = 15;

    // The title lends its words to the sentences that retell it.
    private const int TitleReach = 4;

    private const int OpeningUnits = 3;

    /// <summary>Adds the features of sentence <paramref name="index"/>.</summary>
    public static void Add(ArticleView view, int index, FeatureList features)
    {
        SentenceView sentence = view.Sentences[index];
        AddWords(view.Units.AsSpan(sentence.First, sentence.End - sentence.First), features);
        AddNames(view, sentence, features);
        AddTriggers(view, sentence, features);
        AddContext(view, index, features);
    }

    private static void AddWords(ReadOnlySpan<Unit> units, FeatureList features)
    {
        for (int at = 0; at < units.Length; at++)
        {
            ulong key = units[at].Key;
            features.Add(Word, key);
            if (units[at].Stem != key)
                features.Add(Stem, units[at].Stem);
            if (at + 1 < units.Length)
                features.Add(Pair, key, units[at + 1].Key);
            if (at + 2 < units.Length)
                features.Add(Skip, key, units[at + 2].Key);
            if (at + 3 < units.Length)
                features.Add(Skip, key, units[at + 3].Key);
            if (at < OpeningUnits)
                features.Add(Opening, key);
        }
    }

    private static void AddNames(ArticleView view, SentenceView sentence, FeatureList features)
    {
        Span<int> counts = stackalloc int[16];
        for (int mention = sentence.FirstMention; mention < sentence.EndMention; mention++)
        {
            EntityView entity = view.Entities[view.Mentions[mention].Entity];
            counts[(int)entity.Type]++;
            if (entity.Rank == 0)
                features.Add(Main, (ulong)entity.Type);
        }
        for (int type = 0; type < counts.Length; type++)
        {
            if (counts[type] > 0)
                features.Add(Names, (ulong)(type * 4 + Math.Min(counts[type], 3)));
        }
        for (int unit = sentence.First; unit < sentence.End; unit++)
        {
            if (view.Units[unit].Value is var value && value >= 0 && view.Document.Values[value] is PhaseMention phase)
                features.Add(PhaseValue, (ulong)phase.Phase.Length * 31 + phase.Phase[0]);
        }
    }

    private static void AddTriggers(ArticleView view, SentenceView sentence, FeatureList features)
    {
        ulong previous = 0;
        for (int unit = sentence.First; unit < sentence.End; unit++)
        {
            byte trigger = view.Units[unit].Trigger;
            if (trigger == 0)
                continue;
            features.Add(Trigger, trigger);
            features.Add(TriggerPair, previous, trigger);
            previous = trigger;
            features.Add(TriggerNames, trigger, NameBeside(view, unit, sentence.First, -1));
            features.Add(TriggerNames, trigger, 64 + NameBeside(view, unit, sentence.End, 1));
        }
    }

    // The type of the nearest name on one side of a unit, plus one; 0 when there is none.
    private static ulong NameBeside(ArticleView view, int unit, int limit, int step)
    {
        for (int at = unit + step; step < 0 ? at >= limit : at < limit; at += step)
        {
            if (view.Units[at].Mention is var mention && mention >= 0)
                return (ulong)view.Entities[view.Mentions[mention].Entity].Type + 1;
        }
        return 0;
    }

    private static void AddContext(ArticleView view, int index, FeatureList features)
    {
        features.Add(Position, Bucket(index));
        features.Add(SectionAt, (ulong)view.Sentences[index].Section);
        if (index > 0)
        {
            SentenceView previous = view.Sentences[index - 1];
            for (int unit = previous.First; unit < previous.End; unit++)
                features.Add(Previous, view.Units[unit].Key);
        }
        if (index is > 1 and < TitleReach)
        {
            for (int unit = view.Sentences[0].First; unit < view.Sentences[0].End; unit++)
                features.Add(Title, view.Units[unit].Key);
        }
    }

    /// <summary>Coarse steps for distances and positions.</summary>
    public static ulong Bucket(int number) => number switch
    {
        < 0 => 0,
        < 4 => (ulong)number + 1,
        < 6 => 5,
        < 10 => 6,
        < 20 => 7,
        _ => 8,
    };
}
