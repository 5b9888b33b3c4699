using Extraction.Records;
using Extraction.Training.Relations;

namespace Extraction.Training.Tests.Relations;

[TestClass]
public sealed class RelationTrainerTests
{
    [TestMethod]
    public void Train_gives_the_same_bytes_for_the_same_gold()
    {
        string folder = Directory.CreateTempSubdirectory("relations").FullName;
        try
        {
            string gold = Path.Combine(folder, "gold.jsonl");
            File.WriteAllLines(gold, Enumerable.Range(0, 12).Select(Line));
            var options = new RelationTrainingOptions { Gold = [gold], Folds = 3 };

            RelationTrainingReport report = RelationTrainer.Train(options, Path.Combine(folder, "one"));
            RelationTrainer.Train(options, Path.Combine(folder, "two"));

            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(folder, "one", "relations.bin")), File.ReadAllBytes(Path.Combine(folder, "two", "relations.bin")));
            Assert.AreEqual(File.ReadAllText(Path.Combine(folder, "one", "relations.manifest.json")), File.ReadAllText(Path.Combine(folder, "two", "relations.manifest.json")));
            Assert.AreEqual(12, report.Scores.Single(score => score.Type == RelationType.Develops).Gold);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Line(int number)
    {
        string product = $"QX-{number}", text = $"Norla Bio news\nNorla Bio develops {product} while Vesper Inc watches.";
        return System.Text.Encoding.UTF8.GetString(RecordsJson.Write(new ArticleRecord
        {
            Article = new ArticlePart { Id = $"a{number}", Text = text },
            Entities = [Entity("E1", EntityType.Company, "Norla Bio", text), Entity("E2", EntityType.Product, product, text), Entity("E3", EntityType.Company, "Vesper Inc", text)],
            Relations = [new RelationRecord { Id = "R1", Type = RelationType.Develops, From = "E1", To = "E2", Evidence = [new SpanRecord(15, text.Length)] }],
        }));
    }

    private static EntityRecord Entity(string id, EntityType type, string name, string text)
    {
        int start = text.LastIndexOf(name, StringComparison.Ordinal);
        return new EntityRecord { Id = id, Type = type, Name = name, Mentions = [new MentionRecord(start, start + name.Length, name)] };
    }
}
