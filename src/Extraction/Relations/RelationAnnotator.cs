using System.Collections.Immutable;
using Extraction.Learning;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Relations;

/// <summary>Finds the relations between the entities of an article: learnt ones over all pairs, edited and delivered genes by rules.</summary>
internal sealed class RelationAnnotator(RelationModels models) : IAnnotator
{
    private const string Learnt = "relation-model", Ruled = "gene-role-rule";

    // 30 of 32 finds in train.jsonl and written.jsonl were right, but the patterns were written there: less is promised for new articles.
    private const double RuleConfidence = 0.8;

    private readonly GeneRoleRules _rules = new(GeneRolePattern.Read(EmbeddedData.Rules("gene-roles")));
    private readonly TitleFinder _titles = new(EmbeddedData.Rules("titles"));

    /// <summary>The annotator with the models and rules that are built into the assembly.</summary>
    public static RelationAnnotator CreateDefault() => new(new RelationModels(ModelArchive.Embedded(RelationModels.File)));

    public Layers Requires => Layers.Tokens | Layers.Values | Layers.Entities;

    public Layers Provides => Layers.Relations;

    public Document Annotate(Document document)
    {
        if (document.Entities.Length < 2)
            return document;
        var article = new MaskedArticle(document);
        var found = new List<Found>();
        AddRuled(article, found);
        AddLearnt(article, found);
        found.Sort((left, right) => left.From != right.From ? left.From.CompareTo(right.From) : left.To != right.To ? left.To.CompareTo(right.To) : left.Type.CompareTo(right.Type));
        var relations = ImmutableArray.CreateBuilder<Relation>(found.Count);
        foreach (Found item in found)
            relations.Add(Build(article, item, relations.Count + 1));
        return document with { Relations = relations.MoveToImmutable() };
    }

    private readonly record struct Found(RelationType Type, int From, int To, (int First, int Second) Sentences, double Confidence, string By);

    private void AddRuled(MaskedArticle article, List<Found> found) =>
        _rules.Find(article, (type, product, gene, sentence) =>
        {
            if (!found.Exists(item => item.Type == type && item.From == product && item.To == gene))
                found.Add(new Found(type, product, gene, (sentence, sentence), RuleConfidence, Ruled));
        });

    private void AddLearnt(MaskedArticle article, List<Found> found)
    {
        var scorer = new RelationScorer(article, models);
        foreach (RelationPair pair in RelationPair.All(article))
        {
            (double? confidence, PairPlace place) = scorer.Judge(pair);
            if (confidence is { } known)
                found.Add(new Found(RelationSignature.Learnt[pair.Signature].Type, pair.From, pair.To, place.Sentences, known, Learnt));
        }
    }

    private Relation Build(MaskedArticle article, Found found, int number)
    {
        Sentence first = article.Document.Sentences[found.Sentences.First], second = article.Document.Sentences[found.Sentences.Second];
        return new Relation
        {
            Id = $"R{number}",
            Type = found.Type,
            From = article.Document.Entities[found.From].Id,
            To = article.Document.Entities[found.To].Id,
            Title = found.Type == RelationType.Affiliated ? _titles.Find(article, found.From, found.To) : null,
            Evidence = found.Sentences.First == found.Sentences.Second ? [first.Span] : [first.Span, second.Span],
            FoundBy = found.By,
            Confidence = found.Confidence,
        };
    }
}
