using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Extraction.Cli.Tests.Commands;

/// <summary>Kills the program at random moments and resumes it: in the end everything is as if it had never been disturbed.</summary>
[TestClass]
public sealed class KillTests : IDisposable
{
    private const int Articles = 1_500;
    private const int MostKills = 40;

    private static readonly string[] Tables =
        ["articles", "entities", "mentions", "relations", "relation_evidence", "events", "event_roles", "event_evidence", "failures"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public async Task Killed_and_resumed_run_gives_the_bytes_of_an_undisturbed_one(int seed)
    {
        WriteInputs();
        await RunAsync("whole");
        var random = new Random(seed);
        int kills = 0;
        while (kills < MostKills && await KillAsync(progresses: random.Next(4) > 0, TimeSpan.FromMilliseconds(random.Next(0, 150))))
            kills++;
        CgtRun last = await RunAsync("killed", "--resume");

        Assert.AreEqual(2, last.ExitCode, last.Error);
        Assert.IsGreaterThan(1, kills);
        foreach (string name in (string[])["facts.jsonl", "failures.jsonl"])
            Assert.AreSequenceEqual(File.ReadAllBytes(_folder[$"whole/{name}"]), File.ReadAllBytes(_folder[$"killed/{name}"]));
        Assert.AreEqual(Dump("whole"), Dump("killed"));
        Assert.AreSequenceEqual(["facts.db", "facts.jsonl", "failures.jsonl"],
            [.. Directory.GetFiles(_folder["killed"]).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]);
    }

    [TestMethod]
    public async Task Killed_run_leaves_the_earlier_results_and_only_whole_articles_in_the_database()
    {
        _folder.Write("killed/facts.jsonl", "earlier\n");
        WriteInputs();

        Assert.IsTrue(await KillAsync(progresses: true, TimeSpan.Zero), "The run was over before it could be killed.");

        Assert.AreEqual("earlier\n", File.ReadAllText(_folder["killed/facts.jsonl"]));
        Assert.AreEqual("ok", Query("killed", "PRAGMA integrity_check").Single());
        Assert.IsEmpty(Query("killed", "PRAGMA foreign_key_check"));
    }

    [TestMethod]
    public async Task Stopped_run_keeps_what_is_done_and_says_how_to_go_on()
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("There is no signal to send.");
        WriteInputs();
        using Process process = CgtProcess.Start(new Dictionary<string, string>(), "extract", _folder["news"], "--out", _folder["killed"]);
        while (!process.HasExited && WrittenBytes() == 0)
            await Task.Delay(1);
        Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        CgtRun resumed = await RunAsync("killed", "--resume");

        Assert.AreEqual(130, process.ExitCode);
        Assert.Contains("--resume", error);
        Assert.Contains("Resuming after", resumed.Error);
        Assert.AreEqual(2, resumed.ExitCode);
    }

    [TestMethod]
    public async Task Killed_run_over_changed_inputs_is_not_continued()
    {
        WriteInputs();
        Assert.IsTrue(await KillAsync(progresses: true, TimeSpan.Zero), "The run was over before it could be killed.");
        _folder.Write("news/new.txt", SampleText.Round);

        CgtRun run = await RunAsync("killed", "--resume");

        Assert.AreEqual(1, run.ExitCode);
        Assert.Contains("the input files have changed", run.Error);
        Assert.Contains("without --resume", run.Error);
    }

    // Several files, one of them of many articles, with failures and repeated articles in between.
    private void WriteInputs()
    {
        using var writer = new StreamWriter(_folder.Write("news/b.jsonl", ""));
        for (int number = 0; number < Articles; number++)
        {
            string id = $"id{(number % 50 == 49 ? number - 1 : number)}";
            writer.WriteLine(number % 100 == 7 ? "broken" : new JsonObject { ["id"] = id, ["text"] = SampleText.Numbered(number - (number % 150 == 149 ? 1 : 0)) }.ToJsonString());
        }
        for (int number = 0; number < 30; number++)
            _folder.Write($"news/{(number % 2 == 0 ? "a" : "c")}{number}.txt", number == 8 ? "" : SampleText.Numbered(100_000 + number));
    }

    private Task<CgtRun> RunAsync(string output, params string[] more) =>
        CgtProcess.RunAsync(new Dictionary<string, string>(), ["extract", _folder["news"], "--out", _folder[output], .. more]);

    /// <summary>Kills the program <paramref name="delay"/> after it was started, or after it has written something new.</summary>
    /// <returns>False when the run ended by itself.</returns>
    private async Task<bool> KillAsync(bool progresses, TimeSpan delay)
    {
        long before = WrittenBytes();
        using Process process = CgtProcess.Start(new Dictionary<string, string>(), "extract", _folder["news"], "--out", _folder["killed"], "--resume");
        while (progresses && !process.HasExited && WrittenBytes() <= before)
            await Task.Delay(1);
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(delay));
        if (process.HasExited)
            return false;
        process.Kill();
        await process.WaitForExitAsync();
        return true;
    }

    private long WrittenBytes() => new FileInfo(_folder["killed/facts.jsonl.partial"]) is { Exists: true } file ? file.Length : 0;

    private string Dump(string output) =>
        string.Join('\n', Tables.SelectMany(table => Query(output, $"SELECT * FROM {table} ORDER BY 1, 2, 3").Prepend(table)));

    private List<string> Query(string output, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder[output + "/facts.db"]};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column).ToString())));
        return rows;
    }
}
