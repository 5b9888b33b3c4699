using System.Collections.Immutable;
using Extraction.Events;
using Extraction.Learning;
using Extraction.Training.Learning;

namespace Extraction.Training.Events;

/// <summary>Every classification problem of the event stage, filled from the gold.</summary>
internal sealed class ProblemSet
{
    private const string None = "none";

    private readonly SortedDictionary<string, Problem> _problems = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<TrainingArticle> _articles;
    private readonly LinearOptions _balanced;
    private readonly LinearOptions _plain;
    private readonly FeatureList _features = new();

    public ProblemSet(IReadOnlyList<TrainingArticle> articles, EventTrainingOptions options)
    {
        _articles = articles;
        _balanced = new LinearOptions(options.SentenceCost) { Balanced = true, Seed = options.Seed };
        _plain = new LinearOptions(options.SlotCost) { Seed = options.Seed };
        _problems["type"] = new Problem(Enum.GetNames<EventType>(), _balanced);
        _problems["status"] = new Problem(Enum.GetNames<EventStatus>(), _plain);
        _problems["filing"] = new Problem([.. EventVocabulary.Filings, None], _plain);
        _problems["designation"] = new Problem([.. EventVocabulary.Designations, None], _plain);
        for (int article = 0; article < articles.Count; article++)
        {
            AddSentences(article);
            foreach (GoldEvent gold in articles[article].Events.Where(gold => DraftFinder.IsSentenceType(gold.Type)))
                AddEvent(article, gold.Draft(articles[article].View), gold);
        }
    }

    /// <summary>Adds the problems of figures, which look at the probabilities of types.</summary>
    /// <param name="types">By article and sentence the probability of each type, from models not trained on the article.</param>
    public void AddFigures(IReadOnlyList<float[][]> types)
    {
        _problems["figure"] = new Problem([.. FigureFinder.Types.ToArray().Select(type => type.ToString()), None], _balanced);
        _problems["measure"] = new Problem(EventVocabulary.Measures, _plain);
        for (int article = 0; article < _articles.Count; article++)
            AddFigures(article, types[article]);
    }

    /// <summary>Adds an event as a sentence tells it that is not its gold evidence: titles and later paragraphs tell events again.</summary>
    public void AddRetold(int article, GoldEvent gold, int sentence)
    {
        ArticleView view = _articles[article].View;
        AddEvent(article, new EventDraft(gold.Type, gold.Action, sentence)
        {
            Anchor = DraftFinder.AnchorOf(view, sentence, gold.Type, gold.Action),
            Status = gold.Record.Status,
        }, gold);
    }

    /// <summary>Trains every problem on the rows of some articles.</summary>
    public Dictionary<string, byte[]> Train(Func<int, bool> uses) =>
        _problems.Where(pair => pair.Value.HasPositive).ToDictionary(pair => pair.Key, pair => pair.Value.Train(uses));

    /// <summary>Trains only the model of sentence types.</summary>
    public LinearModel TrainTypes(Func<int, bool> uses) => new(_problems["type"].Train(uses));

    private void AddSentences(int article)
    {
        ArticleView view = _articles[article].View;
        for (int sentence = 0; sentence < view.Sentences.Length; sentence++)
        {
            if (!view.Sentences[sentence].Factual)
                continue;
            GoldEvent[] told = [.. _articles[article].Events.Where(gold => gold.Sentences.Contains(sentence))];
            _features.Clear();
            SentenceFeatures.Add(view, sentence, _features);
            _problems["type"].Add(article, _features, told.Aggregate(0UL, (bits, gold) => bits | 1UL << (int)gold.Type));
            foreach (IGrouping<EventType, GoldEvent> group in told.Where(gold => gold.Action >= 0).GroupBy(gold => gold.Type))
            {
                Problem actions = Get(EventModels.ActionModel(group.Key), EventVocabulary.Actions(group.Key), _balanced);
                actions.Add(article, _features, group.Aggregate(0UL, (bits, gold) => bits | 1UL << gold.Action));
            }
        }
    }

    private void AddEvent(int article, EventDraft draft, GoldEvent gold)
    {
        ArticleView view = _articles[article].View;
        DraftFeatures.Fill(view, draft, _features);
        _problems["status"].Add(article, _features, 1UL << (int)gold.Record.Status);
        if (EventVocabulary.Kinds(gold.Type) is { IsEmpty: false } kinds && gold.Record.Kind is { } kind)
        {
            Problem problem = Get(EventModels.KindModel(gold.Type), kinds, _plain);
            problem.Add(article, _features, problem.Bit(kind));
        }
        if (gold.Type == EventType.Regulatory)
        {
            _problems["filing"].Add(article, _features, _problems["filing"].Bit(gold.Record.Filing ?? None));
            if (gold.Record.Action == "designated")
                _problems["designation"].Add(article, _features, _problems["designation"].Bit(gold.Record.Designation ?? None));
        }
        foreach (Role role in EventVocabulary.Roles(gold.Type))
            AddRole(article, draft, gold, role);
        foreach (ValueSlot slot in ValueFiller.Slots(gold.Type))
            AddValues(article, draft, gold, slot);
    }

    private void AddRole(int article, EventDraft draft, GoldEvent gold, Role role)
    {
        ArticleView view = _articles[article].View;
        Problem problem = Get(EventModels.RoleModel(gold.Type, role), ["fills"], _plain);
        for (int entity = 0; entity < view.Entities.Length; entity++)
        {
            if (!RoleFiller.CanFill(view, draft, role, entity))
                continue;
            RoleFeatures.Fill(view, draft, (role, entity), _features);
            problem.Add(article, _features, IsFiller(article, gold, role, entity) ? 1u : 0);
        }
        foreach ((Role _, int entity) in gold.Fillers.Where(filler => filler.Role == role))
            draft.Fillers.Add(new Filler(role, entity, 1, RoleFeatures.NearestInSentence(view, draft, entity) >= 0));
    }

    /// <summary>Whether the entity fills the role, in this event or in a twin that the same sentence tells: the splitter parts those.</summary>
    public bool IsFiller(int article, GoldEvent gold, Role role, int entity) => gold.Has(role, entity)
        || gold.Type == EventType.Regulatory && _articles[article].Events.Any(other =>
            other.Type == gold.Type && other.Action == gold.Action && other.Sentence == gold.Sentence && other.Has(role, entity));

    private void AddValues(int article, EventDraft draft, GoldEvent gold, ValueSlot slot)
    {
        ArticleView view = _articles[article].View;
        Problem problem = Get(EventModels.ValueModel(slot), ["fills"], _plain);
        int[] candidates = [.. ValueFiller.Candidates(view, draft, slot)];
        int[] quality = [.. candidates.Select(index => GoldValues.Match(view, gold.Record, slot, index))];
        int best = quality.Length == 0 ? 0 : quality.Max();
        for (int at = 0; at < candidates.Length; at++)
        {
            ValueFeatures.Fill(view, draft, (slot, candidates[at]), _features);
            problem.Add(article, _features, best > 0 && quality[at] == best ? 1u : 0);
        }
    }

    private void AddFigures(int article, float[][] types)
    {
        ArticleView view = _articles[article].View;
        foreach (GoldEvent gold in _articles[article].Events.Where(gold => !DraftFinder.IsSentenceType(gold.Type)))
        {
            // The roles and values of figures are asked for at the figure, not at a trigger.
            if (GoldValues.FindFigure(view, gold) is not { } value)
                continue;
            var draft = new EventDraft(gold.Type, -1, view.SentenceOf(view.ValueUnits[value])) { Anchor = view.ValueUnits[value], Status = gold.Record.Status };
            DraftFeatures.Fill(view, draft, _features);
            _problems["status"].Add(article, _features, 1UL << (int)gold.Record.Status);
            foreach (Role role in EventVocabulary.Roles(gold.Type))
                AddRole(article, draft, gold, role);
            foreach (ValueSlot slot in ValueFiller.Slots(gold.Type))
                AddValues(article, draft, gold, slot);
        }
        ILookup<int?, GoldEvent> figures = _articles[article].Events.Where(gold => !DraftFinder.IsSentenceType(gold.Type))
            .ToLookup(gold => GoldValues.FindFigure(view, gold));
        for (int value = 0; value < view.ValueUnits.Length; value++)
        {
            if (!FigureFeatures.MayBeFigure(view, value))
                continue;
            FigureFeatures.Fill(view, value, types[view.SentenceOf(view.ValueUnits[value])], _features);
            ulong right = figures[value].Aggregate(0UL, (bits, gold) => bits | _problems["figure"].Bit(gold.Type.ToString()));
            _problems["figure"].Add(article, _features, right == 0 ? _problems["figure"].Bit(None) : right);
            foreach (GoldEvent gold in figures[value].Where(gold => gold.Record.Measure is not null))
                _problems["measure"].Add(article, _features, _problems["measure"].Bit(gold.Record.Measure));
        }
    }

    private Problem Get(string name, ImmutableArray<string> labels, LinearOptions options)
    {
        if (!_problems.TryGetValue(name, out Problem? problem))
            _problems[name] = problem = new Problem(labels, options);
        return problem;
    }
}
