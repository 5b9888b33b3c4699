using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Relations;

/// <summary>Describes a pair of entities to the relation classifiers: the words that link them, where they stand, what competes with them.</summary>
/// <remarks>Not thread-safe: one for each article. DESIGN.md says what each group of features is worth.</remarks>
internal sealed class PairFeatures
{
    // The closest pair of names in one sentence says most; up to three more add their words.
    private const int MaximumPairs = 4;

    // Names of one entity whose surroundings are looked at; later ones repeat the earlier.
    private const int MaximumWindows = 8;

    private readonly MaskedArticle _article;
    private readonly EntitySalience[] _salience;
    private readonly List<NamePair> _pairs = [];

    public PairFeatures(MaskedArticle article)
    {
        _article = article;
        _salience = EntitySalience.Measure(article);
    }

    /// <summary>The features of the pair that <see cref="Describe"/> was called for last.</summary>
    public FeatureList Features { get; } = new();

    /// <summary>The sentences of the two names that stand closest; the same twice where they share one.</summary>
    public (int First, int Second) Evidence { get; private set; }

    /// <summary>How many sentences lie between the closest names; 0 when they share one.</summary>
    public int SentenceDistance { get; private set; }

    /// <summary>Fills <see cref="Features"/> and <see cref="Evidence"/> for the pair.</summary>
    public void Describe(int from, int to)
    {
        Features.Clear();
        FindPairs(from, to);
        AddEntities(from, to);
        AddNames(from, to);
        AddWindows(from, Template.FromWindow);
        AddWindows(to, Template.ToWindow);
        AddCoverage(from, to);
        if (_pairs.Count > 0)
        {
            AddClosest(_pairs[0]);
            for (int index = 0; index < _pairs.Count; index++)
                AddBetween(_pairs[index]);
        }
        else
        {
            AddDistant(from, to);
        }
    }

    // Two names in one sentence. The gap counts units between their enumerations.
    private readonly record struct NamePair(MaskedMention From, MaskedMention To, int Gap)
    {
        public bool Forward => From.Unit < To.Unit;

        public bool OneList => From.ListFirst == To.ListFirst;

        public int GapFirst => OneList ? Math.Min(From.Unit, To.Unit) + 1 : (Forward ? From.ListLast : To.ListLast) + 1;

        public int GapEnd => OneList ? Math.Max(From.Unit, To.Unit) : Forward ? To.ListFirst : From.ListFirst;

        public int FullFirst => Math.Min(From.Unit, To.Unit) + 1;

        public int FullEnd => Math.Max(From.Unit, To.Unit);
    }

    private void FindPairs(int from, int to)
    {
        _pairs.Clear();
        int best = int.MaxValue;
        foreach (int left in _article.MentionsOf[from])
        {
            MaskedMention first = _article.Mentions[left];
            foreach (int right in _article.MentionsOf[to])
            {
                MaskedMention second = _article.Mentions[right];
                int distance = Math.Abs(first.Sentence - second.Sentence);
                if (distance < best)
                {
                    best = distance;
                    Evidence = (Math.Min(first.Sentence, second.Sentence), Math.Max(first.Sentence, second.Sentence));
                }
                if (distance == 0)
                    _pairs.Add(new NamePair(first, second, Math.Abs(first.Unit - second.Unit)));
            }
        }
        SentenceDistance = best;
        _pairs.Sort((left, right) => left.Gap != right.Gap ? left.Gap.CompareTo(right.Gap) : left.From.Unit.CompareTo(right.From.Unit));
        if (_pairs.Count > MaximumPairs)
            _pairs.RemoveRange(MaximumPairs, _pairs.Count - MaximumPairs);
        if (_pairs.Count > 0)
            Evidence = (_pairs[0].From.Sentence, _pairs[0].From.Sentence);
    }

    private void AddEntities(int from, int to)
    {
        EntitySalience first = _salience[from], second = _salience[to];
        ulong ranks = (ulong)(Math.Min(first.Rank, 3) * 4 + Math.Min(second.Rank, 3));
        ulong types = (ulong)((int)_article.Document.Entities[from].Type * 16 + (int)_article.Document.Entities[to].Type);
        ulong distance = Distance(SentenceDistance);
        Features.Add(Template.Types, types);
        Features.Add(Template.FromRank, (ulong)Math.Min(first.Rank, 5));
        Features.Add(Template.ToRank, (ulong)Math.Min(second.Rank, 5));
        Features.Add(Template.Ranks, ranks);
        Features.Add(Template.RanksDistance, ranks, distance);
        Features.Add(Template.Only, (ulong)((first.Peers == 1 ? 1 : 0) + (second.Peers == 1 ? 2 : 0)));
        Features.Add(Template.Title, (ulong)((first.InTitle ? 1 : 0) + (second.InTitle ? 2 : 0)));
        Features.Add(Template.Lead, (ulong)((first.InLead ? 1 : 0) + (second.InLead ? 2 : 0)));
        Features.Add(Template.Counts, (ulong)(Bucket(_article.MentionsOf[from].Length) * 8 + Bucket(_article.MentionsOf[to].Length)));
        Features.Add(Template.Peers, (ulong)(Bucket(first.Peers) * 8 + Bucket(second.Peers)));
        Features.Add(Template.SentenceDistance, distance);
        Features.Add(Template.SentenceDistance, distance, types);
    }

    private void AddNames(int from, int to)
    {
        AddNameWords(_article.Document.Entities[from], Template.FromName);
        AddNameWords(_article.Document.Entities[to], Template.ToName);
    }

    private void AddNameWords(Entity entity, int template)
    {
        TextSpan span = entity.Mentions[0].Span;
        int token = TokenAt(span.Start);
        for (; token < _article.Document.Tokens.Length && _article.Document.Tokens[token].Start < span.End; token++)
            Features.Add(template, _article.Document.Tokens[token].Key);
    }

    private int TokenAt(int position)
    {
        Token[] tokens = _article.Document.Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].End > position)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private void AddWindows(int entity, int template)
    {
        int[] mentions = _article.MentionsOf[entity];
        for (int index = 0; index < mentions.Length && index < MaximumWindows; index++)
        {
            MaskedMention mention = _article.Mentions[mentions[index]];
            for (int offset = 1; offset <= 2; offset++)
            {
                Features.Add(template + offset, Around(mention, mention.ListFirst - offset));
                Features.Add(template - offset, Around(mention, mention.ListLast + offset));
            }
        }
    }

    // How many of the second entity's names share a sentence with the first, and whether another entity of the first's type shares more.
    private void AddCoverage(int from, int to)
    {
        EntityType type = _article.Document.Entities[from].Type;
        int shared = 0, rivals = 0;
        int[] mentions = _article.MentionsOf[to];
        foreach (int index in mentions)
        {
            (bool together, bool rival) = Company(_article.Mentions[index].Sentence, from, type);
            shared += together ? 1 : 0;
            rivals += rival && !together ? 1 : 0;
        }
        Features.Add(Template.Coverage, (ulong)(shared == 0 ? 0 : shared * 2 < mentions.Length ? 1 : shared < mentions.Length ? 2 : 3));
        Features.Add(Template.Rivals, (ulong)((rivals == 0 ? 0 : rivals * 2 < mentions.Length ? 1 : rivals < mentions.Length ? 2 : 3) * 2 + (shared > 0 ? 1 : 0)));
    }

    private (bool Together, bool Rival) Company(int sentence, int entity, EntityType type)
    {
        (int first, int end) = _article.SentenceUnits[sentence];
        bool together = false, rival = false;
        for (int unit = first; unit < end; unit++)
        {
            if (_article.Units[unit].Mention is var mention and >= 0)
            {
                together |= _article.Mentions[mention].Entity == entity;
                rival |= _article.Mentions[mention].Entity != entity && _article.TypeOf(mention) == type;
            }
        }
        return (together, rival);
    }

    private void AddClosest(NamePair pair)
    {
        ulong order = pair.Forward ? 1u : 0u;
        int gap = Math.Max(0, pair.GapEnd - pair.GapFirst);
        Features.Add(Template.Order, order);
        Features.Add(Template.Gap, GapBucket(gap), order);
        Features.Add(Template.FullGap, GapBucket(pair.FullEnd - pair.FullFirst), order);
        Features.Add(Template.Section, Section(pair.From.Sentence));
        MaskedMention left = pair.Forward ? pair.From : pair.To, right = pair.Forward ? pair.To : pair.From;
        for (int offset = 1; offset <= 3; offset++)
        {
            Features.Add(Template.Outside + offset, Around(left, (pair.OneList ? left.Unit : left.ListFirst) - offset), order);
            Features.Add(Template.Outside - offset, Around(right, (pair.OneList ? right.Unit : right.ListLast) + offset), order);
        }
        AddRivals(pair, order);
        (int first, int end) = _article.SentenceUnits[pair.From.Sentence];
        for (int unit = first; unit < end; unit++)
        {
            if (unit != pair.From.Unit && unit != pair.To.Unit)
                Features.Add(Template.SentenceWord, _article.Units[unit].Key);
        }
    }

    // Other entities of the two types that stand nearer, as near, or in between.
    private void AddRivals(NamePair pair, ulong order)
    {
        EntityType fromType = _article.Document.Entities[pair.From.Entity].Type, toType = _article.Document.Entities[pair.To.Entity].Type;
        (int first, int end) = _article.SentenceUnits[pair.From.Sentence];
        int fromNearer = 0, toNearer = 0, fromBetween = 0, toBetween = 0, fromBefore = 0;
        for (int unit = first; unit < end; unit++)
        {
            if (_article.Units[unit].Mention is not (var index and >= 0) || _article.Mentions[index].Entity is var entity && (entity == pair.From.Entity || entity == pair.To.Entity))
                continue;
            bool between = unit >= pair.GapFirst && unit < pair.GapEnd;
            if (_article.TypeOf(index) == fromType)
            {
                fromNearer += Math.Abs(unit - pair.To.Unit) < pair.Gap ? 1 : 0;
                fromBetween += between ? 1 : 0;
                fromBefore += unit < pair.To.Unit ? 1 : 0;
            }
            if (_article.TypeOf(index) == toType)
            {
                toNearer += Math.Abs(unit - pair.From.Unit) < pair.Gap ? 1 : 0;
                toBetween += between ? 1 : 0;
            }
        }
        Features.Add(Template.FromNearer, (ulong)Math.Min(fromNearer, 2), order);
        Features.Add(Template.ToNearer, (ulong)Math.Min(toNearer, 2), order);
        Features.Add(Template.Nearer, (ulong)(Math.Min(fromNearer, 2) * 3 + Math.Min(toNearer, 2)), order);
        Features.Add(Template.InBetween, (ulong)(Math.Min(fromBetween, 2) * 3 + Math.Min(toBetween, 2)), order);
        Features.Add(Template.FromBefore, (ulong)Math.Min(fromBefore, 2), order);
    }

    private void AddBetween(NamePair pair)
    {
        ulong order = pair.Forward ? 1u : 0u;
        AddRun(pair.GapFirst, pair.GapEnd, Template.Between, order);
        if (pair.GapFirst != pair.FullFirst || pair.GapEnd != pair.FullEnd)
            AddRun(pair.FullFirst, pair.FullEnd, Template.FullBetween, order);
    }

    // Words, pairs of words with the ends marked, and the whole run where it is short.
    private void AddRun(int first, int end, int template, ulong order)
    {
        ulong previous = order + 1, whole = order + 1;
        int length = Math.Max(0, end - first);
        // Past this many units the words are those of other clauses: the ends say more than the middle.
        const int Longest = 24;
        for (int unit = first; unit < end; unit++)
        {
            if (length > Longest && unit - first >= Longest / 2 && end - unit > Longest / 2)
                continue;
            ulong key = _article.Units[unit].Key;
            Features.Add(template, key, order);
            Features.Add(template + 1, TokenKey.Join(previous, key), order);
            whole = TokenKey.Join(whole, key);
            previous = key;
        }
        Features.Add(template + 1, TokenKey.Join(previous, order + 3), order);
        if (length <= 4)
            Features.Add(template + 2, whole, order);
    }

    // Names that never share a sentence: how far apart, in which order, and the words around the closest ones.
    private void AddDistant(int from, int to)
    {
        ulong distance = Distance(SentenceDistance);
        MaskedMention first = Closest(from, to), second = Closest(to, from);
        Features.Add(Template.DistantOrder, first.Unit < second.Unit ? 1u : 0u, distance);
        Features.Add(Template.DistantSection, Section(first.Sentence), Section(second.Sentence));
        if (SentenceDistance > 2)
            return;
        AddSentence(first, Template.DistantFrom, distance);
        AddSentence(second, Template.DistantTo, distance);
    }

    private MaskedMention Closest(int entity, int other)
    {
        MaskedMention best = _article.Mentions[_article.MentionsOf[entity][0]];
        int least = int.MaxValue;
        foreach (int index in _article.MentionsOf[entity])
        {
            MaskedMention mention = _article.Mentions[index];
            foreach (int otherIndex in _article.MentionsOf[other])
            {
                int distance = Math.Abs(_article.Mentions[otherIndex].Unit - mention.Unit);
                if (distance < least)
                    (least, best) = (distance, mention);
            }
        }
        return best;
    }

    private void AddSentence(MaskedMention mention, int template, ulong distance)
    {
        (int first, int end) = _article.SentenceUnits[mention.Sentence];
        for (int unit = first; unit < end; unit++)
        {
            if (unit != mention.Unit)
                Features.Add(template, _article.Units[unit].Key);
        }
        for (int offset = 1; offset <= 2; offset++)
        {
            Features.Add(template + offset, Around(mention, mention.Unit - offset), distance);
            Features.Add(template + 2 + offset, Around(mention, mention.Unit + offset), distance);
        }
    }

    // The unit's key, or 1 and 2 where the sentence begins and ends.
    private ulong Around(MaskedMention mention, int unit)
    {
        (int first, int end) = _article.SentenceUnits[mention.Sentence];
        return unit < first ? 1 : unit >= end ? 2 : _article.Units[unit].Key;
    }

    private static readonly ulong About = TokenKey.Of("about");

    // 0 title, 1 lead, 2 early, 3 later, 4 an "About …" paragraph.
    private ulong Section(int sentence)
    {
        Sentence place = _article.Document.Sentences[sentence];
        if (place.Line == 0)
            return 0;
        int first = sentence;
        while (first > 0 && _article.Document.Sentences[first - 1].Line >= place.Line - 1 && sentence - first < 6 && _article.Document.Sentences[first - 1].Line > 0
            && !IsAbout(first))
        {
            first--;
        }
        return IsAbout(first) ? 4u : sentence < 3 ? 1u : sentence < 7 ? 2u : 3u;
    }

    private bool IsAbout(int sentence) => _article.Document.Tokens[_article.Document.Sentences[sentence].FirstToken].Key == About;

    private static ulong Distance(int sentences) => sentences switch { <= 2 => (ulong)sentences, <= 5 => 3, <= 10 => 4, _ => 5 };

    private static ulong GapBucket(int gap) => gap switch { <= 4 => (ulong)gap, <= 6 => 5, <= 9 => 6, <= 14 => 7, <= 22 => 8, _ => 9 };

    private static int Bucket(int count) => count switch { <= 3 => count, <= 5 => 4, <= 9 => 5, _ => 6 };

    // The kinds of features. The numbers are part of the model: changing one means training anew. Kinds with offsets (±3) are ten apart.
    private static class Template
    {
        public const int Types = 1, FromRank = 2, ToRank = 3, Ranks = 4, RanksDistance = 5, Only = 6, Title = 7, Lead = 8, Counts = 9, Peers = 10, SentenceDistance = 11,
            FromName = 12, ToName = 13, Coverage = 14, Rivals = 15, Order = 16, Gap = 17, FullGap = 18, Section = 19, SentenceWord = 20, FromNearer = 21, ToNearer = 22,
            Nearer = 23, InBetween = 24, FromBefore = 25, DistantOrder = 26, DistantSection = 27,
            FromWindow = 50, ToWindow = 60, Outside = 70, Between = 80, FullBetween = 90, DistantFrom = 100, DistantTo = 110;
    }
}
