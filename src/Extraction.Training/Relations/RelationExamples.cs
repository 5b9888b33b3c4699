using Extraction.Learning;
using Extraction.Relations;
using Extraction.Training.Learning;

namespace Extraction.Training.Relations;

/// <summary>The pairs of the training articles with their features and whether the annotation links them, for one relation.</summary>
internal sealed class RelationExamples
{
    /// <summary>The features, one row a pair.</summary>
    public SparseRows Rows { get; } = new();

    /// <summary>By row.</summary>
    public List<RelationExample> Labels { get; } = [];

    /// <summary>Makes the examples of every learnt relation, in the order of <see cref="RelationSignature.Learnt"/>.</summary>
    public static RelationExamples[] Make(IEnumerable<TrainingArticle> articles)
    {
        RelationExamples[] examples = [.. RelationSignature.Learnt.Select(_ => new RelationExamples())];
        foreach (TrainingArticle article in articles)
            Add(examples, article);
        return examples;
    }

    private static void Add(RelationExamples[] examples, TrainingArticle training)
    {
        var article = new MaskedArticle(training.Document);
        var shared = new ArticleFeatures(article);
        var pairs = new PairFeatures(article, shared);
        var features = new FeatureList();
        foreach (RelationPair pair in RelationPair.All(article))
        {
            features.Clear();
            PairPlace place = pairs.Locate(pair.From, pair.To);
            pairs.AddPair(place, features);
            shared.AddEntity(pair.From, 0, features);
            shared.AddEntity(pair.To, 1, features);
            foreach ((int sentence, SentenceRole role) in PairFeatures.SentencesOf(place))
                shared.AddSentence(sentence, role, features);
            RelationExamples target = examples[pair.Signature];
            RelationType type = RelationSignature.Learnt[pair.Signature].Type;
            bool linked = training.Links.Contains((type, training.Document.Entities[pair.From].Id, training.Document.Entities[pair.To].Id));
            target.Rows.Add(features.Keys);
            target.Labels.Add(new RelationExample(linked, training.Number, training.Recognised));
        }
    }
}

/// <summary>What is known of a pair.</summary>
/// <param name="Linked">Whether the annotation links it.</param>
/// <param name="Article">The number of its article.</param>
/// <param name="Recognised">Whether its entities were found by a recogniser.</param>
internal readonly record struct RelationExample(bool Linked, int Article, bool Recognised);
