using Extraction.Gazetteers;
using Extraction.Records;
using Extraction.Tests;
using Extraction.Training.Entities;

namespace Extraction.Training.Tests.Seeds;

/// <summary>How much of the training gold the name tables cover, and how often a match that is not ambiguous is a mention of that type.</summary>
[TestClass]
public sealed class GazetteerGateTests
{
    // Read once for all rows.
    private static readonly Lazy<List<(ArticleRecord Record, Document Document)>> Gold = new(Read);

    // A few points below what was measured on train when the tables were filled (November 2026): lower ones mean that names or flags were lost.
    [TestMethod]
    [DataRow(EntityType.Company, 0.53, 0.90)]
    [DataRow(EntityType.Investor, 0.40, 0.74)]
    [DataRow(EntityType.Institution, 0.50, 0.83)]
    [DataRow(EntityType.Regulator, 0.90, 0.93)]
    [DataRow(EntityType.Product, 0.26, 0.86)]
    [DataRow(EntityType.Target, 0.80, 0.70)]
    [DataRow(EntityType.Indication, 0.71, 0.72)]
    [DataRow(EntityType.Modality, 0.69, 0.68)]
    [DataRow(EntityType.Place, 0.92, 0.72)]
    public void Names_cover_the_gold(EntityType type, double leastCovered, double leastPrecision)
    {
        Measure measure = Gold.Value.Aggregate(new Measure(), (sum, item) => sum.Add(item.Record, item.Document, type));

        Assert.IsGreaterThan(leastCovered, measure.Covered / (double)measure.Gold);
        Assert.IsGreaterThan(leastPrecision, measure.Right / (double)measure.Found);
    }

    private static List<(ArticleRecord Record, Document Document)> Read()
    {
        string path = SharedData.Require("gold/train.jsonl");
        Pipeline tokens = Pipeline.CreateDefault().UpTo(Layers.Tokens);
        return [.. GoldArticles.Read([path]).Select(record => (record, tokens.Annotate(RecordReader.ReadArticle(record.Article))))];
    }

    private readonly record struct Measure(int Gold, int Covered, int Found, int Right)
    {
        public Measure Add(ArticleRecord record, Document document, EntityType type)
        {
            var matches = new List<GazetteerMatch>();
            Gazetteer.Default.FindAll(document, matches);
            matches.RemoveAll(match => Lexicons.TypeOf(match.Lexicon) != type);
            HashSet<TextSpan> gold = [.. RecordReader.ReadEntities(record).Where(entity => entity.Type == type).SelectMany(entity => entity.Mentions).Select(mention => mention.Span)];
            HashSet<TextSpan> all = [.. matches.Select(match => match.Span(document))];
            matches.RemoveAll(match => (match.Traits & MatchTraits.Ambiguous) != 0);
            Gazetteer.KeepLongest(matches);
            return new Measure(Gold + gold.Count, Covered + gold.Count(all.Contains), Found + matches.Count,
                Right + matches.Count(match => gold.Contains(match.Span(document))));
        }
    }
}
