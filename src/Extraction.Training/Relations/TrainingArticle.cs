using Extraction.Records;

namespace Extraction.Training.Relations;

/// <summary>An article to learn relations from.</summary>
/// <param name="Document">With tokens, values and entities.</param>
/// <param name="Links">The annotated relations, between entities of <paramref name="Document"/> where they could be aligned.</param>
/// <param name="Gold">How many relations of each type are annotated, found or not.</param>
/// <param name="Number">The same for the annotated and the recognised form of one article: both belong to one part of the cross-validation.</param>
/// <param name="Recognised">Whether the entities are those that a recogniser found.</param>
internal sealed record TrainingArticle(Document Document, HashSet<(RelationType Type, string From, string To)> Links, Dictionary<RelationType, int> Gold, int Number, bool Recognised)
{
    /// <summary>The article with the annotated entities.</summary>
    public static TrainingArticle Annotated(Document document, ArticleRecord gold, int number) => new(
        document with { Entities = RecordReader.ReadEntities(gold) },
        [.. gold.Relations.Select(relation => (relation.Type, relation.From, relation.To))], Count(gold), number, Recognised: false);

    /// <summary>The article with the entities that were found, by the recogniser's record of it.</summary>
    public static TrainingArticle Found(Document document, ArticleRecord gold, ArticleRecord recognised, int number)
    {
        var entities = RecordReader.ReadEntities(recognised);
        Dictionary<string, string> aligned = EntityAlignment.Align(entities, gold.Entities, document.Text);
        ILookup<string, string> found = aligned.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        HashSet<(RelationType, string, string)> links = [.. gold.Relations.SelectMany(relation =>
            found[relation.From].SelectMany(from => found[relation.To].Select(to => (relation.Type, from, to))))];
        return new TrainingArticle(document with { Entities = entities }, links, Count(gold), number, Recognised: true);
    }

    private static Dictionary<RelationType, int> Count(ArticleRecord gold) => gold.Relations.CountBy(relation => relation.Type).ToDictionary();
}
