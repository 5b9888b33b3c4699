using System.Collections.Immutable;
using Extraction.Events;
using Extraction.Records;

namespace Extraction.Training.Events;

/// <summary>An article with its gold events, ready to be trained on.</summary>
internal sealed class TrainingArticle
{
    /// <summary>Reads the gold events against a document whose entities stand for those of the gold record.</summary>
    /// <param name="document">With tokens, values and entities.</param>
    /// <param name="gold">The gold record.</param>
    /// <param name="entities">Index in the document's entities by gold id; ids that the document lacks are left out.</param>
    /// <param name="lexicons">The word lists of the stage.</param>
    public TrainingArticle(Document document, ArticleRecord gold, IReadOnlyDictionary<string, int> entities, EventLexicons lexicons)
    {
        Gold = gold;
        View = new ArticleView(document, lexicons);
        Events = [.. gold.Events.Select(item => Read(item, entities)).OfType<GoldEvent>()];
    }

    /// <summary>The article as the classifiers see it.</summary>
    public ArticleView View { get; }

    /// <summary>The gold record.</summary>
    public ArticleRecord Gold { get; }

    /// <summary>The gold events.</summary>
    public ImmutableArray<GoldEvent> Events { get; }

    private GoldEvent? Read(EventRecord item, IReadOnlyDictionary<string, int> entities)
    {
        var sentences = new List<int>();
        int best = -1, most = 0;
        for (int sentence = 0; sentence < View.Sentences.Length; sentence++)
        {
            TextSpan span = View.Document.Sentences[sentence].Span;
            int shared = item.Evidence.Sum(evidence => Math.Max(0, Math.Min(evidence.End, span.End) - Math.Max(evidence.Start, span.Start)));
            if (shared == 0)
                continue;
            sentences.Add(sentence);
            if (shared > most)
                (best, most) = (sentence, shared);
        }
        if (best < 0)
            return null;
        int action = item.Action is null ? -1 : EventVocabulary.Actions(item.Type).IndexOf(item.Action);
        ImmutableArray<(Role, int)> fillers = [.. item.Roles.SelectMany(role => role.Value
            .Where(entities.ContainsKey).Select(id => (role.Key, entities[id])))];
        return new GoldEvent(item, best, [.. sentences], action, fillers);
    }
}
