using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Extraction.Cli.Tests.Commands;

[TestClass]
public sealed class ExtractCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Extract_folder_writes_records_failures_and_database()
    {
        _folder.Write("news/a.txt", SampleText.Round);
        _folder.Write("news/b.html", SampleText.Page("Rowan Gene opens a plant", "Rowan Gene opened a plant for viral vectors in Odense on Tuesday morning."));
        _folder.Write("news/c.json.gz", TestFolder.Compress($$"""{"id": "given", "date": "2026-03-02", "text": {{JsonValue.Create(SampleText.Trial).ToJsonString()}}}"""));

        CgtRun run = await Extract("news");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreSequenceEqual(["news/a.txt", "news/b.html", "news/c.json.gz"], _folder.Sources());
        JsonObject last = _folder.ReadLines("out/facts.jsonl")[2];
        Assert.AreEqual("article-facts/1", (string?)last["schema"]);
        Assert.AreEqual("given", (string?)last["article"]!["id"]);
        Assert.AreEqual("2026-03-02", (string?)last["article"]!["published"]);
        Assert.IsEmpty(File.ReadAllBytes(_folder["out/failures.jsonl"]));
        Assert.AreEqual(3L, Query("SELECT count(*) FROM articles"));
        Assert.AreSequenceEqual(["facts.db", "facts.jsonl", "failures.jsonl"], OutputFiles());
    }

    [TestMethod]
    public async Task Extract_ends_with_a_summary()
    {
        _folder.Write("news/a.txt", SampleText.Round);
        _folder.Write("news/picture.png", "x");

        CgtRun run = await Extract("news");

        Assert.Contains("articles", run.Output);
        Assert.Contains("1 file of other kinds ignored", run.Output);
        Assert.Contains("articles/s", run.Output);
        Assert.Contains("facts.jsonl", run.Output);
    }

    [TestMethod]
    public async Task Extract_lines_of_json_are_articles_of_their_own()
    {
        _folder.Write("news/all.jsonl", Lines(3) + "{\"title\": \"no text\"}\nnot json\n" + Line("last", SampleText.Trial));

        CgtRun run = await Extract("news");

        Assert.AreEqual(2, run.ExitCode);
        Assert.AreSequenceEqual(["id0", "id1", "id2", "last"], [.. _folder.ReadLines("out/facts.jsonl").Select(record => (string)record["article"]!["id"]!)]);
        Assert.AreSequenceEqual(["read", "read"], [.. _folder.ReadLines("out/failures.jsonl").Select(failure => (string)failure["stage"]!)]);
        Assert.AreEqual(2L, Query("SELECT count(*) FROM failures"));
    }

    [TestMethod]
    public async Task Extract_writes_the_same_bytes_whatever_the_number_of_jobs()
    {
        for (int number = 0; number < 40; number++)
            _folder.Write($"news/{number}.txt", SampleText.Numbered(number));
        _folder.Write("news/all.jsonl", Lines(300) + "broken\n");

        await Extract("news", "--jobs", "1", "--out", _folder["one"]);
        await Extract("news", "--jobs", "5", "--out", _folder["five"]);

        Assert.AreSequenceEqual(File.ReadAllBytes(_folder["one/facts.jsonl"]), File.ReadAllBytes(_folder["five/facts.jsonl"]));
        Assert.AreSequenceEqual(File.ReadAllBytes(_folder["one/failures.jsonl"]), File.ReadAllBytes(_folder["five/failures.jsonl"]));
        Assert.HasCount(340, File.ReadAllLines(_folder["one/facts.jsonl"]));
    }

    [TestMethod]
    public async Task Extract_same_article_twice_is_written_once()
    {
        _folder.Write("news/a.jsonl", Line("x", SampleText.Round) + Line("x", SampleText.Round) + Line("x", SampleText.Trial));

        CgtRun run = await Extract("news");

        Assert.AreEqual(0, run.ExitCode);
        Assert.AreSequenceEqual(["x", "x~2"], [.. _folder.ReadLines("out/facts.jsonl").Select(record => (string)record["article"]!["id"]!)]);
        Assert.Contains("1 came twice, written once; 1 with the id of another text", run.Output);
    }

    [TestMethod]
    public async Task Extract_again_replaces_the_files_and_keeps_the_database()
    {
        string first = _folder.Write("a.txt", SampleText.Round), second = _folder.Write("b.txt", SampleText.Trial);
        await Extract(first);

        await Extract(second);

        Assert.AreSequenceEqual(["b.txt"], _folder.Sources());
        Assert.AreEqual(2L, Query("SELECT count(*) FROM articles"));
    }

    [TestMethod]
    public async Task Extract_resume_of_a_complete_run_does_nothing()
    {
        _folder.Write("news/a.txt", SampleText.Round);
        await Extract("news");
        DateTime written = File.GetLastWriteTimeUtc(_folder["out/facts.jsonl"]);

        CgtRun run = await Extract("news", "--resume");

        Assert.AreEqual(0, run.ExitCode);
        Assert.Contains("nothing to resume", run.Error);
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(_folder["out/facts.jsonl"]));
    }

    [TestMethod]
    public async Task Extract_resume_of_a_complete_run_over_other_inputs_begins_anew()
    {
        _folder.Write("news/a.txt", SampleText.Round);
        await Extract("news");
        _folder.Write("news/b.txt", SampleText.Trial);

        await Extract("news", "--resume");

        Assert.AreSequenceEqual(["news/a.txt", "news/b.txt"], _folder.Sources());
    }

    [TestMethod]
    public async Task Extract_resume_without_an_earlier_run_begins()
    {
        _folder.Write("news/a.txt", SampleText.Round);

        CgtRun run = await Extract("news", "--resume");

        Assert.AreEqual(0, run.ExitCode);
        Assert.HasCount(1, _folder.Sources());
    }

    [TestMethod]
    public async Task Extract_to_a_folder_in_use_is_refused()
    {
        _folder.Write("news/a.txt", SampleText.Round);
        using var held = Cli.Runs.FolderLock.Take(_folder["out"]);

        CgtRun run = await Extract("news");

        Assert.AreEqual(1, run.ExitCode);
        Assert.Contains("--out", run.Error);
    }

    [TestMethod]
    public async Task Extract_database_that_is_none_is_refused_and_left_alone()
    {
        _folder.Write("news/a.txt", SampleText.Round);
        string letter = _folder.Write("letter.doc", new string('x', 5000));

        CgtRun run = await Extract("news", "--db", letter);

        Assert.AreEqual(1, run.ExitCode);
        Assert.Contains(letter, run.Error);
        Assert.AreEqual(new string('x', 5000), File.ReadAllText(letter));
    }

    private Task<CgtRun> Extract(string input, params string[] more) =>
        CgtRun.Of(["extract", _folder[input], .. more.Contains("--out") ? [] : new[] { "--out", _folder["out"] }, .. more]);

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(number => Line($"id{number}", SampleText.Numbered(number))));

    private static string Line(string id, string text) => new JsonObject { ["id"] = id, ["text"] = text }.ToJsonString() + "\n";

    private string[] OutputFiles() => [.. Directory.GetFiles(_folder["out"]).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private object? Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder["out/facts.db"]};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
