using Extraction.Records;

namespace Extraction.Training.Evaluation;

/// <summary>Scores article records against gold records.</summary>
/// <remarks>
/// Records are paired by id, else by the file name of their source without its extension. Pure: the figures depend on the records alone, and ties are
/// decided by their order.
/// </remarks>
public sealed class RecordScorer
{
    private readonly SortedDictionary<string, Tally> _entities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> _mentions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> _relations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> _events = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> _slots = new(StringComparer.Ordinal);
    private readonly ConfidenceBins _bins = new();
    private readonly Action<ScoreDifference> _onDifference;
    private int _badSpans;

    private RecordScorer(Action<ScoreDifference> onDifference) => _onDifference = onDifference;

    /// <summary>The scores of <paramref name="found"/>.</summary>
    /// <param name="gold">What is right.</param>
    /// <param name="found">What is measured.</param>
    /// <param name="onDifference">Gets every miss, false find and paired event; null when nobody wants them.</param>
    public static RecordScores Score(IReadOnlyList<ArticleRecord> gold, IReadOnlyList<ArticleRecord> found, Action<ScoreDifference>? onDifference = null)
    {
        var byId = new Dictionary<string, ArticleRecord>(StringComparer.Ordinal);
        var byFile = new Dictionary<string, ArticleRecord>(StringComparer.Ordinal);
        foreach (ArticleRecord record in found)
        {
            byId[record.Article.Id] = record;
            byFile[FileName(record)] = record;
        }
        var scorer = new RecordScorer(onDifference ?? (_ => { }));
        var missing = new List<string>();
        foreach (ArticleRecord record in gold)
        {
            ArticleRecord? pair = byId.GetValueOrDefault(record.Article.Id) ?? byFile.GetValueOrDefault(FileName(record));
            if (pair is null)
                missing.Add(record.Article.Id);
            scorer.Add(record, pair ?? new ArticleRecord { Article = new ArticlePart { Id = record.Article.Id, Text = "" } });
        }
        return scorer.ToScores(gold.Count, missing);
    }

    private RecordScores ToScores(int articles, List<string> missing) => new()
    {
        Articles = articles,
        Missing = missing,
        Entities = _entities,
        Mentions = _mentions,
        Relations = _relations,
        Events = _events,
        Slots = _slots,
        BadSpans = _badSpans,
        CalibrationError = _bins.Error,
        HighConfidencePrecision = _bins.HighPrecision,
    };

    private void Add(ArticleRecord gold, ArticleRecord found)
    {
        _badSpans += found.Entities.Sum(entity => entity.Mentions.Count(mention => !IsInPlace(mention, found.Article.Text)));
        Dictionary<string, string> pairs = EntityPairs.Find(gold.Entities, found.Entities);
        AddEntities(gold, found, pairs);
        if (gold.Article.Text == found.Article.Text)
            AddMentions(gold, found);
        var names = new ComparedNames(gold, found, pairs);
        AddRelations(gold, found, names);
        foreach (EventType type in Enum.GetValues<EventType>())
            AddEvents(type, gold, found, names);
    }

    private void AddEntities(ArticleRecord gold, ArticleRecord found, Dictionary<string, string> pairs)
    {
        HashSet<string> right = [.. pairs.Values];
        foreach (EntityRecord entity in gold.Entities)
        {
            bool isFound = right.Contains(entity.Id);
            Count(_entities, ContractName.Of(entity.Type), isFound ? new Tally(1, 0, 0) : new Tally(0, 0, 1));
            if (!isFound)
                _onDifference(new ScoreDifference(gold.Article.Id, Verdict.Missed, "entities", ContractName.Of(entity.Type), entity.Name));
        }
        foreach (EntityRecord entity in found.Entities)
        {
            bool isRight = pairs.ContainsKey(entity.Id);
            if (entity.Confidence is { } confidence)
                _bins.Add(confidence, isRight);
            if (isRight)
                continue;
            Count(_entities, ContractName.Of(entity.Type), new Tally(0, 1, 0));
            _onDifference(new ScoreDifference(gold.Article.Id, Verdict.Wrong, "entities", ContractName.Of(entity.Type), entity.Name));
        }
    }

    private void AddMentions(ArticleRecord gold, ArticleRecord found)
    {
        HashSet<(int, int, EntityType)> annotated = Spans(gold), recognised = Spans(found);
        foreach ((int Start, int End, EntityType Type) span in annotated.Union(recognised))
            Count(_mentions, ContractName.Of(span.Type), Compare(annotated.Contains(span), recognised.Contains(span)));

        static HashSet<(int, int, EntityType)> Spans(ArticleRecord record) =>
            [.. record.Entities.SelectMany(entity => entity.Mentions.Select(mention => (mention.Start, mention.End, entity.Type)))];
    }

    private void AddRelations(ArticleRecord gold, ArticleRecord found, ComparedNames names)
    {
        (RelationType Type, string From, string To)[] annotated = [.. gold.Relations.Select(relation => (relation.Type, relation.From, relation.To)).Distinct()];
        (RelationType Type, string From, string To)[] stated =
            [.. found.Relations.Select(relation => (relation.Type, names.IdOf(relation.From), names.IdOf(relation.To))).Distinct()];
        foreach ((RelationType Type, string From, string To) relation in annotated.Union(stated))
        {
            Tally tally = Compare(annotated.Contains(relation), stated.Contains(relation));
            Count(_relations, ContractName.Of(relation.Type), tally);
            if (tally.Right == 0)
            {
                _onDifference(new ScoreDifference(
                    gold.Article.Id, tally.Missed > 0 ? Verdict.Missed : Verdict.Wrong, "relations", ContractName.Of(relation.Type),
                    $"{names.NameOf(relation.From)} -> {names.NameOf(relation.To)}"));
            }
        }
    }

    private void AddEvents(EventType type, ArticleRecord gold, ArticleRecord found, ComparedNames names)
    {
        EventSlot[][] annotated = [.. gold.Events.Where(item => item.Type == type).Select(item => EventSlots.Read(item, id => id))];
        EventSlot[][] told = [.. found.Events.Where(item => item.Type == type).Select(item => EventSlots.Read(item, names.IdOf))];
        List<EventPair> pairs = EventPairs.Find(type, annotated, told);
        string name = ContractName.Of(type);
        Count(_events, name, new Tally(pairs.Count, told.Length - pairs.Count, annotated.Length - pairs.Count));
        int right = pairs.Sum(pair => pair.RightSlots);
        Count(_slots, name, new Tally(right, told.Sum(slots => slots.Length) - right, annotated.Sum(slots => slots.Length) - right));
        for (int index = 0; index < annotated.Length; index++)
        {
            string description = names.Describe(annotated[index]);
            if (pairs.FindIndex(pair => pair.Gold == index) is >= 0 and int at)
                _onDifference(new ScoreDifference(gold.Article.Id, Verdict.Paired, "events", name, $"{description}\t<- {names.Describe(told[pairs[at].Found])}"));
            else
                _onDifference(new ScoreDifference(gold.Article.Id, Verdict.Missed, "events", name, description));
        }
        for (int index = 0; index < told.Length; index++)
        {
            if (!pairs.Exists(pair => pair.Found == index))
                _onDifference(new ScoreDifference(gold.Article.Id, Verdict.Wrong, "events", name, names.Describe(told[index])));
        }
    }

    private static Tally Compare(bool inGold, bool isFound) => inGold ? isFound ? new Tally(1, 0, 0) : new Tally(0, 0, 1) : new Tally(0, 1, 0);

    private static void Count(SortedDictionary<string, Tally> tallies, string type, Tally tally) =>
        tallies[type] = tallies.GetValueOrDefault(type) + tally;

    private static bool IsInPlace(MentionRecord mention, string text) =>
        mention.Start >= 0 && mention.Start <= mention.End && mention.End <= text.Length
        && text.AsSpan(mention.Start, mention.End - mention.Start).SequenceEqual(mention.Text);

    private static string FileName(ArticleRecord record) =>
        Path.GetFileNameWithoutExtension(record.Article.Source.Length > 0 ? record.Article.Source : record.Article.Id);
}
