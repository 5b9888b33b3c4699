using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Extraction.Records;
using Extraction.Tests;
using Extraction.Training.Entities;
using Extraction.Training.Evaluation;

namespace Extraction.Training.Tests.Evaluation;

[TestClass]
public sealed class RecordScorerTests
{
    [TestMethod]
    public void Score_gold_against_itself_is_perfect()
    {
        RecordScores scores = RecordScorer.Score([Article("a")], [Article("a")]);

        foreach (IReadOnlyDictionary<string, Tally> layer in (IReadOnlyDictionary<string, Tally>[])[scores.Entities, scores.Mentions, scores.Relations, scores.Events, scores.Slots])
        {
            Assert.IsGreaterThan(0, RecordScores.All(layer).Right);
            Assert.AreEqual(1.0, RecordScores.All(layer).F1);
        }
        Assert.AreEqual(0, scores.BadSpans);
        Assert.IsNull(scores.CalibrationError);
    }

    [TestMethod]
    public void Score_entity_is_right_by_type_and_one_name()
    {
        ArticleRecord found = Article("a") with
        {
            Entities =
            [
                Entity("E7", EntityType.Company, "ALDER BIO", 0),
                Entity("E8", EntityType.Company, "Birch Capital", 30),
                Entity("E9", EntityType.Company, "Alder Bio Inc.", 0),
            ],
            Relations = [],
            Events = [],
        };

        RecordScores scores = RecordScorer.Score([Article("a")], [found]);

        Assert.AreEqual(new Tally(Right: 1, Wrong: 2, Missed: 0), scores.Entities["company"]);
        Assert.AreEqual(new Tally(Right: 0, Wrong: 0, Missed: 1), scores.Entities["investor"]);
    }

    [TestMethod]
    public void Score_article_without_record_counts_as_empty()
    {
        RecordScores scores = RecordScorer.Score([Article("a"), Article("b")], [Article("b")]);

        Assert.AreEqual("a", Assert.ContainsSingle(scores.Missing));
        Assert.AreEqual(new Tally(Right: 1, Wrong: 0, Missed: 1), scores.Entities["company"]);
        Assert.AreEqual(new Tally(Right: 1, Wrong: 0, Missed: 1), scores.Events["funding"]);
    }

    [TestMethod]
    public void Score_pairs_records_by_file_name_where_ids_differ()
    {
        ArticleRecord found = Article("a");
        found = found with { Article = found.Article with { Id = "other", Source = "elsewhere/a.html" } };

        Assert.IsEmpty(RecordScorer.Score([Article("a")], [found]).Missing);
    }

    [TestMethod]
    public void Score_event_without_a_right_key_slot_is_no_event()
    {
        ArticleRecord found = Article("a");
        EventRecord item = found.Events[0] with { Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E2"] } };

        RecordScores scores = RecordScorer.Score([Article("a")], [found with { Events = [item] }]);

        Assert.AreEqual(new Tally(Right: 0, Wrong: 1, Missed: 1), scores.Events["funding"]);
        Assert.AreEqual(new Tally(Right: 0, Wrong: 3, Missed: 4), scores.Slots["funding"]);
    }

    [TestMethod]
    public void Score_amounts_that_differ_by_rounding_are_right()
    {
        ArticleRecord found = Article("a");
        EventRecord close = found.Events[0] with { Amount = new MoneyRecord { Value = 40_400_000, Currency = "USD" } };
        EventRecord far = found.Events[0] with { Amount = new MoneyRecord { Value = 41_000_000, Currency = "USD" } };

        Assert.AreEqual(new Tally(4, 0, 0), RecordScorer.Score([Article("a")], [found with { Events = [close] }]).Slots["funding"]);
        Assert.AreEqual(new Tally(3, 1, 1), RecordScorer.Score([Article("a")], [found with { Events = [far] }]).Slots["funding"]);
    }

    [TestMethod]
    public void Score_counts_mentions_that_are_not_their_words()
    {
        ArticleRecord found = Article("a") with { Entities = [Entity("E1", EntityType.Company, "Alder Bio", 1)], Relations = [], Events = [] };

        Assert.AreEqual(1, RecordScorer.Score([Article("a")], [found]).BadSpans);
    }

    [TestMethod]
    public void Score_names_what_was_missed_and_wrong()
    {
        ArticleRecord found = Article("a") with { Entities = [Entity("E1", EntityType.Company, "Alder Bio", 0), Entity("E2", EntityType.Target, "Birch", 30)], Relations = [], Events = [] };
        var differences = new List<ScoreDifference>();

        RecordScorer.Score([Article("a")], [found], differences.Add);

        Assert.Contains(new ScoreDifference("a", Verdict.Missed, "entities", "investor", "Birch Capital"), differences);
        Assert.Contains(new ScoreDifference("a", Verdict.Wrong, "entities", "target", "Birch"), differences);
        Assert.Contains(new ScoreDifference("a", Verdict.Missed, "relations", "part_of", "Alder Bio -> Birch Capital"), differences);
        Assert.Contains(new ScoreDifference("a", Verdict.Missed, "events", "funding", "company=Alder Bio; investor=Birch Capital; round=series b; amount=40000000 USD"), differences);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Score_gives_the_figures_of_the_reference_scorer(int seed)
    {
        List<ArticleRecord> gold = GoldArticles.Read([SharedData.Require("gold/dev.jsonl")]);
        List<ArticleRecord> found = new GoldPerturbation(seed).Spoil(gold);

        JsonNode expected = ReferenceScores(found);
        RecordScores scores = RecordScorer.Score(gold, found);

        AssertLayer(expected["entities"]!, scores.Entities);
        AssertLayer(expected["mentions"]!, scores.Mentions);
        AssertLayer(expected["relations"]!, scores.Relations);
        AssertLayer(expected["events"]!, scores.Events);
        AssertLayer(expected["slots"]!, scores.Slots);
        Assert.HasCount(expected["missing"]!.AsArray().Count, scores.Missing);
        Assert.AreEqual((int)expected["bad_spans"]!, scores.BadSpans);
        AssertFigure(expected["headline"]!, scores.Headline);
        AssertFigure(expected["ece"]!, scores.CalibrationError!.Value);
        AssertFigure(expected["precision_at_0.9"]!, scores.HighConfidencePrecision!.Value);
    }

    private static void AssertLayer(JsonNode expected, IReadOnlyDictionary<string, Tally> tallies)
    {
        Assert.AreSequenceEqual([.. expected.AsObject().Select(pair => pair.Key).Where(type => type != "all")], [.. tallies.Keys]);
        foreach ((string type, Tally tally) in tallies.Append(new("all", RecordScores.All(tallies))))
        {
            AssertFigure(expected[type]!["p"]!, tally.Precision);
            AssertFigure(expected[type]!["r"]!, tally.Recall);
            AssertFigure(expected[type]!["f1"]!, tally.F1);
            Assert.AreEqual((int)expected[type]!["gold"]!, tally.Gold, type);
            Assert.AreEqual((int)expected[type]!["predicted"]!, tally.Found, type);
        }
    }

    // The reference rounds to four digits.
    private static void AssertFigure(JsonNode expected, double actual) => Assert.AreEqual((double)expected, actual, 0.00011);

    private static JsonNode ReferenceScores(IEnumerable<ArticleRecord> found)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, found.Select(record => System.Text.Encoding.UTF8.GetString(RecordsJson.Write(record))));
            var start = new ProcessStartInfo("python3", [SharedData.Require("eval/score.py"), SharedData.Require("gold/dev.jsonl"), path, "--json"]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.AreEqual(0, process.ExitCode);
            return JsonNode.Parse(output)!;
        }
        catch (Win32Exception)
        {
            Assert.Inconclusive("python3 is not on this machine.");
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ArticleRecord Article(string id)
    {
        const string text = "Alder Bio takes 40 million of Birch Capital";
        return new ArticleRecord
        {
            Article = new ArticlePart { Id = id, Source = $"news/{id}.txt", Text = text },
            Entities = [Entity("E1", EntityType.Company, "Alder Bio", 0), Entity("E2", EntityType.Investor, "Birch Capital", 30)],
            Relations = [new RelationRecord { Id = "R1", Type = RelationType.PartOf, From = "E1", To = "E2", Evidence = [new SpanRecord(0, 43)] }],
            Events =
            [
                new EventRecord
                {
                    Id = "V1", Type = EventType.Funding, Round = "Series B", Amount = new MoneyRecord { Value = 40_000_000, Currency = "USD" },
                    Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E1"], [Role.Investor] = ["E2"] }, Evidence = [new SpanRecord(0, 43)],
                },
            ],
        };
    }

    private static EntityRecord Entity(string id, EntityType type, string name, int start) =>
        new() { Id = id, Type = type, Name = name, Mentions = [new MentionRecord(start, start + name.Length, name)] };
}
