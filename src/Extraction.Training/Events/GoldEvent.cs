using System.Collections.Immutable;
using Extraction.Events;
using Extraction.Records;

namespace Extraction.Training.Events;

/// <summary>A gold event in terms of the document's entities and sentences.</summary>
/// <param name="Record">The gold record's event.</param>
/// <param name="Sentence">Index of the sentence that holds most of the evidence.</param>
/// <param name="Sentences">Every sentence that the evidence touches.</param>
/// <param name="Action">Index of the action, or -1.</param>
/// <param name="Fillers">Roles and indexes of the document's entities; fillers that the document lacks are left out.</param>
internal sealed record GoldEvent(EventRecord Record, int Sentence, ImmutableArray<int> Sentences, int Action, ImmutableArray<(Role Role, int Entity)> Fillers)
{
    /// <summary>What kind of event it is.</summary>
    public EventType Type => Record.Type;

    /// <summary>Whether the event has the entity in the role.</summary>
    public bool Has(Role role, int entity) => Fillers.Contains((role, entity));

    /// <summary>The draft that the sentence should lead to, without fillers and values.</summary>
    public EventDraft Draft(ArticleView view) => new(Type, Action, Sentence)
    {
        Anchor = DraftFinder.AnchorOf(view, Sentence, Type, Action),
        Status = Record.Status,
    };
}
