using System.Collections.Immutable;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>Writes clusters as the document's events.</summary>
internal static class EventBuilder
{
    private const int MaxEvidence = 3;

    /// <summary>The events in order of their first evidence.</summary>
    public static ImmutableArray<Event> Build(ArticleView view, IEnumerable<EventCluster> clusters)
    {
        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (EventCluster cluster in clusters.OrderBy(cluster => cluster.FirstSentence).ThenBy(cluster => cluster.Best.Anchor)
            .ThenBy(cluster => cluster.Type).ThenBy(cluster => cluster.Best.Action))
        {
            if (Build(view, cluster, events.Count + 1) is { } item)
                events.Add(item);
        }
        return events.ToImmutable();
    }

    // Null where no key slot is filled: the event would say nothing.
    private static Event? Build(ArticleView view, EventCluster cluster, int number)
    {
        EventDraft best = cluster.Best;
        ImmutableSortedDictionary<Role, ImmutableArray<string>> roles = Roles(view, cluster);
        if (!EventVocabulary.Keys(best.Type).IsEmpty && !EventVocabulary.Keys(best.Type).Any(roles.ContainsKey))
            return null;
        FigureValue? figure = FigureValue.Of(view, best);
        bool statistic = best.Type == EventType.Statistic;
        return new Event
        {
            Id = $"V{number}",
            Type = best.Type,
            Status = best.Status,
            Date = Date(view, Slot(cluster, ValueSlot.Date)),
            Roles = roles,
            Kind = best.Kind,
            Round = best.Type == EventType.Funding ? (Value(view, cluster, ValueSlot.Round) as RoundMention)?.Round : null,
            Action = best.Action < 0 ? null : EventVocabulary.Actions(best.Type)[best.Action],
            Filing = best.Filing,
            Designation = best.Designation,
            Phase = (Value(view, cluster, ValueSlot.Phase) as PhaseMention)?.Phase,
            Participants = Number(Value(view, cluster, ValueSlot.Participants)),
            Count = Number(Value(view, cluster, ValueSlot.Heads)),
            Amount = best.Type is EventType.Sales or EventType.Price ? Money(Value(view, cluster, ValueSlot.Figure)) : Money(Value(view, cluster, ValueSlot.Amount)),
            Upfront = Money(Value(view, cluster, ValueSlot.Upfront)),
            Territory = best.Territory,
            Measure = best.Measure,
            Value = statistic ? figure?.Value : null,
            Unit = statistic ? figure?.Unit : null,
            Period = Value(view, cluster, ValueSlot.Period) is DateMention period ? period.Period ?? period.Date.ToString() : null,
            Evidence = [.. cluster.Drafts.Select(draft => draft.Sentence).Distinct().Take(MaxEvidence).Order().Select(sentence => view.Document.Sentences[sentence].Span)],
            FoundBy = "events",
            Confidence = cluster.Confidence,
        };
    }

    private static SlotValue Slot(EventCluster cluster, ValueSlot slot)
    {
        SlotValue best = cluster.Best[slot];
        foreach (EventDraft draft in cluster.Drafts)
        {
            if (!best.IsFilled)
                best = draft[slot];
        }
        return best;
    }

    private static ValueMention? Value(ArticleView view, EventCluster cluster, ValueSlot slot) =>
        Slot(cluster, slot) is { Index: >= 0 } value ? view.Document.Values[value.Index] : null;

    private static PartialDate? Date(ArticleView view, SlotValue slot) => slot.Index switch
    {
        SlotValue.Published => view.Document.Article.Published,
        >= 0 => (view.Document.Values[slot.Index] as DateMention)?.Date,
        _ => null,
    };

    private static Money? Money(ValueMention? value) => (value as MoneyMention)?.Money;

    private static int? Number(ValueMention? value) => value is CountMention { Count: >= 0 and <= int.MaxValue } count ? (int)count.Count : null;

    // Each role as its best teller fills it; the next sentence fills what that one leaves open.
    private static ImmutableSortedDictionary<Role, ImmutableArray<string>> Roles(ArticleView view, EventCluster cluster)
    {
        var roles = ImmutableSortedDictionary.CreateBuilder<Role, ImmutableArray<string>>();
        foreach (Role role in EventVocabulary.Roles(cluster.Type))
        {
            foreach (EventDraft draft in cluster.Drafts)
            {
                int[] entities = [.. draft.Fillers.Where(filler => filler.Role == role).Select(filler => filler.Entity).Distinct().OrderBy(entity => view.Mentions[view.MentionsOf[entity][0]].Start)];
                if (entities.Length == 0)
                    continue;
                roles[role] = [.. entities.Select(entity => view.Document.Entities[entity].Id)];
                break;
            }
        }
        return roles.ToImmutable();
    }
}
