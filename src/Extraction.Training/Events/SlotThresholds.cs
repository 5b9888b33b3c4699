using Extraction.Events;
using Extraction.Learning;

namespace Extraction.Training.Events;

/// <summary>Collects what role and value models say about articles they were not trained on, and chooses their thresholds.</summary>
internal sealed class SlotThresholds(ProblemSet problems)
{
    private readonly SortedDictionary<string, List<(float Probability, bool Right)>> _items = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _gold = new(StringComparer.Ordinal);
    private readonly FeatureList _features = new();

    /// <summary>Asks the models about the gold events of one article.</summary>
    public void Collect(int index, TrainingArticle article, EventModels models)
    {
        foreach (GoldEvent gold in article.Events)
        {
            EventDraft draft = gold.Draft(article.View);
            if (!DraftFinder.IsSentenceType(gold.Type))
            {
                if (GoldValues.FindFigure(article.View, gold) is not { } value)
                    continue;
                draft = new EventDraft(gold.Type, -1, gold.Sentence) { Anchor = article.View.ValueUnits[value], Status = gold.Record.Status };
            }
            foreach (Role role in EventVocabulary.Roles(gold.Type))
                CollectRole(index, article.View, (gold, draft, role), models);
            foreach (ValueSlot slot in ValueFiller.Slots(gold.Type))
                CollectValue(article.View, (gold, draft, slot), models);
        }
    }

    /// <summary>The thresholds by name.</summary>
    public IEnumerable<(string Name, float Threshold)> Choose() => _items.Select(pair => (pair.Key, ThresholdSearch.BestForSlot(pair.Value, _gold[pair.Key])));

    private void CollectRole(int index, ArticleView view, (GoldEvent Gold, EventDraft Draft, Role Role) asked, EventModels models)
    {
        (GoldEvent gold, EventDraft draft, Role role) = asked;
        if (models.Roles(gold.Type, role) is not { } model)
            return;
        var found = new List<(float Probability, bool Right)>();
        for (int entity = 0; entity < view.Entities.Length; entity++)
        {
            if (!RoleFiller.CanFill(view, draft, role, entity))
                continue;
            RoleFeatures.Fill(view, draft, (role, entity), _features);
            found.Add((LinearModel.Probability(model.Score(_features.Keys)), problems.IsFiller(index, gold, role, entity)));
        }
        string name = EventModels.RoleModel(gold.Type, role);
        (float Probability, bool Right)[] order = [.. found.OrderByDescending(item => item.Probability)];
        if (order.Length > 0)
            Add(name, order[0], 0);
        foreach ((float Probability, bool Right) further in order.Skip(1))
            Add(name + "+", further, further.Right ? 1 : 0);
        Add(name, null, gold.Fillers.Any(filler => filler.Role == role) ? 1 : 0);
        foreach ((Role _, int entity) in gold.Fillers.Where(filler => filler.Role == role))
            draft.Fillers.Add(new Filler(role, entity, 1, RoleFeatures.NearestInSentence(view, draft, entity) >= 0));
    }

    private void CollectValue(ArticleView view, (GoldEvent Gold, EventDraft Draft, ValueSlot Slot) asked, EventModels models)
    {
        if (models.Values(asked.Slot) is not { } model)
            return;
        (float Probability, bool Right)? best = null;
        foreach (int value in ValueFiller.Candidates(view, asked.Draft, asked.Slot))
        {
            ValueFeatures.Fill(view, asked.Draft, (asked.Slot, value), _features);
            float probability = LinearModel.Probability(model.Score(_features.Keys));
            if (best is null || probability > best.Value.Probability)
                best = (probability, GoldValues.Match(view, asked.Gold.Record, asked.Slot, value) > 0);
        }
        Add(EventModels.ValueModel(asked.Slot), best, HasValue(asked.Gold.Record, asked.Slot) ? 1 : 0);
    }

    private void Add(string name, (float Probability, bool Right)? item, int gold)
    {
        if (!_items.TryGetValue(name, out List<(float, bool)>? items))
            _items[name] = items = [];
        if (item is { } asked)
            items.Add(asked);
        _gold[name] = _gold.GetValueOrDefault(name) + gold;
    }

    private static bool HasValue(Records.EventRecord gold, ValueSlot slot) => slot switch
    {
        ValueSlot.Date => gold.Date is not null,
        ValueSlot.Amount => gold.Amount is not null,
        ValueSlot.Upfront => gold.Upfront is not null,
        ValueSlot.Phase => gold.Phase is not null,
        ValueSlot.Participants => gold.Participants is not null,
        ValueSlot.Heads => gold.Count is not null,
        ValueSlot.Round => gold.Round is not null,
        ValueSlot.Period => gold.Period is not null,
        _ => false,
    };
}
