using Extraction.Records;
using Extraction.Relations;
using Extraction.Training.Learning;

namespace Extraction.Training.Relations;

/// <summary>The pairs of the gold articles with their features and whether the gold links them, for one relation.</summary>
internal sealed class RelationExamples
{
    /// <summary>The features, one row a pair.</summary>
    public SparseRows Rows { get; } = new();

    /// <summary>By row: whether the gold links the pair, and the index of its article.</summary>
    public List<(bool Positive, int Article)> Labels { get; } = [];

    /// <summary>Gold relations that are no pair of named entities, so that nothing can find them.</summary>
    public int Unreachable { get; private set; }

    /// <summary>Makes the examples of every learnt relation, in the order of <see cref="RelationSignature.Learnt"/>.</summary>
    public static RelationExamples[] Make(IReadOnlyList<(Document Document, ArticleRecord Gold)> articles)
    {
        RelationExamples[] examples = [.. RelationSignature.Learnt.Select(_ => new RelationExamples())];
        for (int index = 0; index < articles.Count; index++)
            Add(examples, articles[index].Document, articles[index].Gold, index);
        return examples;
    }

    private static void Add(RelationExamples[] examples, Document document, ArticleRecord gold, int index)
    {
        var article = new MaskedArticle(document);
        var features = new PairFeatures(article);
        HashSet<(RelationType Type, string From, string To)> links = [.. gold.Relations.Select(relation => (relation.Type, relation.From, relation.To))];
        foreach (RelationPair pair in RelationPair.All(article))
        {
            features.Describe(pair.From, pair.To);
            RelationExamples target = examples[pair.Signature];
            bool positive = links.Remove((RelationSignature.Learnt[pair.Signature].Type, document.Entities[pair.From].Id, document.Entities[pair.To].Id));
            target.Rows.Add(features.Features.Keys);
            target.Labels.Add((positive, index));
        }
        foreach ((RelationType type, _, _) in links)
        {
            if (Array.FindIndex(RelationSignature.Learnt, signature => signature.Type == type) is var signature and >= 0)
                examples[signature].Unreachable++;
        }
    }
}
