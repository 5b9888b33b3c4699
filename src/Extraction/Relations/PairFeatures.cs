using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Relations;

/// <summary>Describes pairs of entities to the relation classifiers: the words that link them, where they stand, what competes with them.</summary>
/// <remarks>Not thread-safe: one for each article. DESIGN.md says what each group of features is worth.</remarks>
internal sealed class PairFeatures(MaskedArticle article, ArticleFeatures shared)
{
    // The closest names in one sentence say most; up to three more pairs of names add their words.
    private const int MaximumPlaces = 4;

    // Past this many units between two names the words are those of other clauses: the ends say more than the middle.
    private const int LongestRun = 24;

    // Names further apart than this are linked by what they are, not by their sentences' words.
    private const int FarthestSentence = 2;

    private readonly List<PairPlace> _places = [];

    /// <summary>Finds where the entities stand closest; the following calls are about this pair.</summary>
    public PairPlace Locate(int from, int to)
    {
        _places.Clear();
        int[] left = article.MentionsOf[from], right = article.MentionsOf[to];
        var closest = new PairPlace(article.Mentions[left[0]], article.Mentions[right[0]], int.MaxValue);
        foreach (int index in left)
        {
            MaskedMention first = article.Mentions[index];
            // The names of the other entity are in order: only those around this one can be closest or share its sentence.
            int low = Lower(right, first.Sentence);
            for (int at = Math.Max(0, low - 1); at < right.Length; at++)
            {
                MaskedMention second = article.Mentions[right[at]];
                var place = new PairPlace(first, second, Math.Abs(first.Sentence - second.Sentence));
                if (place.SentenceDistance < closest.SentenceDistance || place.SentenceDistance == closest.SentenceDistance && place.Gap < closest.Gap)
                    closest = place;
                if (place.SentenceDistance == 0)
                    _places.Add(place);
                else if (second.Sentence > first.Sentence)
                    break;
            }
        }
        _places.Sort((one, other) => one.Gap != other.Gap ? one.Gap.CompareTo(other.Gap) : one.From.Unit.CompareTo(other.From.Unit));
        return closest;
    }

    /// <summary>The sentences whose words count for the pair, with the part that each plays.</summary>
    public static IEnumerable<(int Sentence, SentenceRole Role)> SentencesOf(PairPlace place)
    {
        if (place.SentenceDistance == 0)
        {
            yield return (place.From.Sentence, SentenceRole.Shared);
        }
        else if (place.SentenceDistance <= FarthestSentence)
        {
            yield return (place.From.Sentence, SentenceRole.From);
            yield return (place.To.Sentence, SentenceRole.To);
        }
    }

    /// <summary>Adds the features of the pair that was located last.</summary>
    public void AddPair(PairPlace closest, FeatureList features)
    {
        AddStanding(closest, features);
        AddCoverage(closest.From.Entity, closest.To.Entity, features);
        if (_places.Count == 0)
        {
            AddDistant(closest, features);
            return;
        }
        AddClosest(_places[0], features);
        for (int index = 0; index < _places.Count && index < MaximumPlaces; index++)
            AddBetween(_places[index], features);
    }

    private int Lower(int[] mentions, int sentence)
    {
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (article.Mentions[mentions[middle]].Sentence >= sentence)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private void AddStanding(PairPlace closest, FeatureList features)
    {
        (int from, int to) = (closest.From.Entity, closest.To.Entity);
        EntitySalience first = shared.Salience[from], second = shared.Salience[to];
        ulong ranks = (ulong)(Math.Min(first.Rank, 3) * 4 + Math.Min(second.Rank, 3));
        ulong types = (ulong)((int)article.Document.Entities[from].Type * 16 + (int)article.Document.Entities[to].Type);
        ulong distance = closest.SentenceDistance switch { <= 2 => (ulong)closest.SentenceDistance, <= 5 => 3, <= 10 => 4, _ => 5 };
        features.Add(Template.Types, types);
        features.Add(Template.Ranks, ranks);
        features.Add(Template.RanksDistance, ranks, distance);
        features.Add(Template.Only, (ulong)((first.Peers == 1 ? 1 : 0) + (second.Peers == 1 ? 2 : 0)), distance);
        features.Add(Template.InTitle, (ulong)((first.InTitle ? 1 : 0) + (second.InTitle ? 2 : 0)));
        features.Add(Template.Counts, (ulong)(Bucket(article.MentionsOf[from].Length) * 8 + Bucket(article.MentionsOf[to].Length)));
        features.Add(Template.Peers, (ulong)(Bucket(first.Peers) * 8 + Bucket(second.Peers)));
        features.Add(Template.SentenceDistance, distance);
        features.Add(Template.SentenceDistance, distance, types);
    }

    // How many of the second entity's names share a sentence with the first, and in how many another entity of the first's type stands instead.
    private void AddCoverage(int from, int to, FeatureList features)
    {
        EntityType type = article.Document.Entities[from].Type;
        int together = 0, rivals = 0;
        int[] mentions = article.MentionsOf[to];
        foreach (int index in mentions)
        {
            int sentence = article.Mentions[index].Sentence;
            bool present = shared.Names(sentence, from);
            together += present ? 1 : 0;
            rivals += !present && shared.Count(sentence, type) > 0 ? 1 : 0;
        }
        features.Add(Template.Coverage, Share(together, mentions.Length));
        features.Add(Template.Rivals, Share(rivals, mentions.Length) * 2 + (together > 0 ? 1u : 0u));
    }

    private void AddClosest(PairPlace place, FeatureList features)
    {
        ulong order = place.Forward ? 1u : 0u;
        features.Add(Template.Order, order);
        features.Add(Template.BetweenGap, GapBucket(place.BetweenEnd - place.BetweenFirst), order);
        features.Add(Template.FullGap, GapBucket(place.FullEnd - place.FullFirst), order);
        MaskedMention left = place.Forward ? place.From : place.To, right = place.Forward ? place.To : place.From;
        for (int offset = 1; offset <= 3; offset++)
        {
            features.Add(Template.Outside + offset, shared.Around(left, (place.OneList ? left.Unit : left.ListFirst) - offset), order);
            features.Add(Template.Outside - offset, shared.Around(right, (place.OneList ? right.Unit : right.ListLast) + offset), order);
        }
        AddRivals(place, order, features);
    }

    // Other entities of the two types that stand nearer or in between.
    private void AddRivals(PairPlace place, ulong order, FeatureList features)
    {
        EntityType fromType = article.Document.Entities[place.From.Entity].Type, toType = article.Document.Entities[place.To.Entity].Type;
        (int first, int end) = article.SentenceUnits[place.From.Sentence];
        int fromNearer = 0, toNearer = 0, fromBetween = 0, toBetween = 0, fromBefore = 0;
        for (int unit = first; unit < end; unit++)
        {
            if (article.Units[unit].Mention is not (var index and >= 0) || article.Mentions[index].Entity is var entity && (entity == place.From.Entity || entity == place.To.Entity))
                continue;
            bool between = unit >= place.BetweenFirst && unit < place.BetweenEnd;
            EntityType type = article.Document.Entities[entity].Type;
            if (type == fromType)
            {
                fromNearer += Math.Abs(unit - place.To.Unit) < place.Gap ? 1 : 0;
                fromBetween += between ? 1 : 0;
                fromBefore += unit < place.To.Unit ? 1 : 0;
            }
            if (type == toType)
            {
                toNearer += Math.Abs(unit - place.From.Unit) < place.Gap ? 1 : 0;
                toBetween += between ? 1 : 0;
            }
        }
        features.Add(Template.FromNearer, (ulong)Math.Min(fromNearer, 2), order);
        features.Add(Template.ToNearer, (ulong)Math.Min(toNearer, 2), order);
        features.Add(Template.Nearer, (ulong)(Math.Min(fromNearer, 2) * 3 + Math.Min(toNearer, 2)), order);
        features.Add(Template.InBetween, (ulong)(Math.Min(fromBetween, 2) * 3 + Math.Min(toBetween, 2)), order);
        features.Add(Template.FromBefore, (ulong)Math.Min(fromBefore, 2), order);
    }

    private void AddBetween(PairPlace place, FeatureList features)
    {
        ulong order = place.Forward ? 1u : 0u;
        AddRun(article.Units[place.BetweenFirst..Math.Max(place.BetweenFirst, place.BetweenEnd)], Template.Between, order, features);
        if (place.BetweenFirst != place.FullFirst || place.BetweenEnd != place.FullEnd)
            AddRun(article.Units[place.FullFirst..place.FullEnd], Template.FullBetween, order, features);
    }

    // Words, pairs of words with the ends marked, and the whole run where it is short.
    private static void AddRun(ReadOnlySpan<MaskedUnit> run, int template, ulong order, FeatureList features)
    {
        ulong previous = order + 1, whole = order + 1;
        for (int index = 0; index < run.Length; index++)
        {
            if (run.Length > LongestRun && index >= LongestRun / 2 && run.Length - index > LongestRun / 2)
                continue;
            ulong key = run[index].Key;
            features.Add(template, key, order);
            features.Add(template + 1, TokenKey.Join(previous, key), order);
            whole = TokenKey.Join(whole, key);
            previous = key;
        }
        features.Add(template + 1, TokenKey.Join(previous, order + 3), order);
        if (run.Length <= 4)
            features.Add(template + 2, whole, order);
    }

    // Names that never share a sentence: how far apart, in which order, and the words around the closest ones.
    private void AddDistant(PairPlace place, FeatureList features)
    {
        ulong distance = (ulong)Math.Min(place.SentenceDistance, FarthestSentence + 1);
        features.Add(Template.DistantOrder, place.Forward ? 1u : 0u, distance);
        features.Add(Template.DistantSection, shared.Section(place.From.Sentence), shared.Section(place.To.Sentence));
        if (place.SentenceDistance > FarthestSentence)
            return;
        for (int offset = 1; offset <= 2; offset++)
        {
            features.Add(Template.DistantFrom + offset, shared.Around(place.From, place.From.Unit - offset), distance);
            features.Add(Template.DistantFrom - offset, shared.Around(place.From, place.From.Unit + offset), distance);
            features.Add(Template.DistantTo + offset, shared.Around(place.To, place.To.Unit - offset), distance);
            features.Add(Template.DistantTo - offset, shared.Around(place.To, place.To.Unit + offset), distance);
        }
    }

    // None, fewer than half, half or more, all.
    private static ulong Share(int part, int whole) => part == 0 ? 0u : part * 2 < whole ? 1u : part < whole ? 2u : 3u;

    private static ulong GapBucket(int gap) => gap switch { <= 4 => (ulong)Math.Max(0, gap), <= 6 => 5, <= 9 => 6, <= 14 => 7, <= 22 => 8, _ => 9 };

    private static int Bucket(int count) => count switch { <= 3 => count, <= 5 => 4, <= 9 => 5, _ => 6 };
}
