using Extraction.Records;
using Extraction.Training.Events;

namespace Extraction.Training.Tests.Events;

[TestClass]
public sealed class EventTrainerTests
{
    [TestMethod]
    public void Train_twice_gives_the_same_bytes_and_a_manifest_with_inputs_and_scores()
    {
        string folder = Directory.CreateTempSubdirectory("events").FullName;
        try
        {
            string gold = Path.Combine(folder, "gold.jsonl");
            File.WriteAllLines(gold, Enumerable.Range(0, 30).Select(index => System.Text.Encoding.UTF8.GetString(RecordsJson.Write(Article(index)))));

            string first = EventTrainer.Train(Options(gold, Path.Combine(folder, "first")), _ => { });
            string second = EventTrainer.Train(Options(gold, Path.Combine(folder, "second")), _ => { });

            Assert.AreSequenceEqual(File.ReadAllBytes(first), File.ReadAllBytes(second));
            string manifest = File.ReadAllText(Path.ChangeExtension(first, ".manifest.json"));
            Assert.Contains("gold.jsonl", manifest);
            Assert.Contains("\"Funding\"", manifest);
            Assert.IsTrue(File.Exists(Path.Combine(folder, "first", "cv.jsonl")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static EventTrainingOptions Options(string gold, string output)
    {
        Directory.CreateDirectory(output);
        return new EventTrainingOptions { GoldPaths = [gold], OutputDirectory = output, CrossValidationPath = Path.Combine(output, "cv.jsonl") };
    }

    // A round, a designation and a sector figure, one after the other.
    private static ArticleRecord Article(int index)
    {
        string company = "Lanhai" + (char)('A' + index % 20), second = index % 3 == 0 ? "Nordhang Capital" : "QX-101";
        string text = (index % 3) switch
        {
            0 => $"{company} raised ${10 + index} million in a Series B round led by {second}.\n",
            1 => $"The agency granted orphan drug designation to {second} of {company}.\n",
            _ => $"{company} and {second} are small: the market will reach ${1 + index} billion.\n",
        };
        return new ArticleRecord
        {
            Article = new ArticlePart { Id = $"a{index}", Text = text },
            Entities = [Entity("E1", EntityType.Company, company, text), Entity("E2", index % 3 == 0 ? EntityType.Investor : EntityType.Product, second, text)],
            Events = [Told(index, text)],
        };
    }

    private static EventRecord Told(int index, string text)
    {
        SpanRecord[] evidence = [new(0, text.Length - 1)];
        return (index % 3) switch
        {
            0 => new EventRecord
            {
                Id = "V1",
                Type = EventType.Funding,
                Kind = "venture",
                Round = "Series B",
                Amount = new MoneyRecord { Value = (10 + index) * 1_000_000m, Currency = "USD" },
                Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E1"], [Role.Investor] = ["E2"] },
                Evidence = evidence,
            },
            1 => new EventRecord
            {
                Id = "V1",
                Type = EventType.Regulatory,
                Action = "designated",
                Designation = "ODD",
                Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E1"], [Role.Product] = ["E2"] },
                Evidence = evidence,
            },
            _ => new EventRecord { Id = "V1", Type = EventType.Statistic, Measure = "market_size", Value = (1 + index) * 1_000_000_000m, Unit = "USD", Evidence = evidence },
        };
    }

    private static EntityRecord Entity(string id, EntityType type, string name, string text)
    {
        int start = text.IndexOf(name, StringComparison.Ordinal);
        return new EntityRecord { Id = id, Type = type, Name = name, Mentions = [new MentionRecord(start, start + name.Length, name)] };
    }
}
