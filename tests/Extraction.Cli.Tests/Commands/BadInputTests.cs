using System.Text;
using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests.Commands;

/// <summary>Whatever is wrong with one input, it ends as a recorded failure or a correct result, and the others are done.</summary>
[TestClass]
public sealed class BadInputTests : IDisposable
{
    // Hexadecimal: 1.5 GB for one huge input, and 512 MB for inputs that are 800 MB of text together.
    private static readonly Dictionary<string, string> LittleMemory = new() { ["DOTNET_GCHeapHardLimit"] = "60000000" };
    private static readonly Dictionary<string, string> VeryLittleMemory = new() { ["DOTNET_GCHeapHardLimit"] = "20000000" };

    private readonly TestFolder _folder = new();

    public BadInputTests()
    {
        _folder.Write("news/0-good.txt", SampleText.Round);
        _folder.Write("news/9-good.txt", SampleText.Trial);
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Empty_file_is_a_failure()
    {
        _folder.Write("news/5.txt", "");
        _folder.Write("news/6.jsonl", "");
        _folder.Write("news/7.html.gz", []);

        await AssertFailuresAsync("read", "5.txt", "6.jsonl", "7.html.gz");
    }

    [TestMethod]
    public async Task Blank_file_is_a_failure()
    {
        _folder.Write("news/5.txt", " \n\t\n ");

        await AssertFailuresAsync("clean", "5.txt");
    }

    [TestMethod]
    [DataRow("5.txt")]
    [DataRow("5.html")]
    [DataRow("5.json")]
    public async Task Binary_file_is_a_failure(string name)
    {
        byte[] noise = new byte[20_000];
        new Random(5).NextBytes(noise);
        _folder.Write("news/" + name, noise);

        Assert.AreEqual(2, (await ExtractAsync()).ExitCode);
        AssertOnlyFailed(name);
    }

    [TestMethod]
    public async Task Truncated_gzip_is_a_failure()
    {
        byte[] whole = TestFolder.Compress(string.Concat(Enumerable.Range(0, 500).Select(SampleText.Numbered)));
        _folder.Write("news/5.txt.gz", whole[..(whole.Length / 2)]);

        await AssertFailuresAsync("read", "5.txt.gz");
    }

    [TestMethod]
    public async Task Truncated_gzip_of_lines_gives_the_lines_before_the_fault()
    {
        byte[] whole = TestFolder.Compress(string.Concat(Enumerable.Range(0, 2000).Select(number => Line(SampleText.Numbered(number)))));
        _folder.Write("news/5.jsonl.gz", whole[..(whole.Length / 2)]);

        CgtRun run = await ExtractAsync();

        Assert.AreEqual(2, run.ExitCode);
        Assert.IsGreaterThan(100, _folder.Sources().Length);
        Assert.ContainsSingle(_folder.ReadLines("out/failures.jsonl"));
    }

    [TestMethod]
    public async Task Invalid_utf8_is_read_as_far_as_it_can_be()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(SampleText.Numbered(5)), 0xFF, 0xFE, 0xC3, .. Encoding.UTF8.GetBytes("\n\n" + SampleText.Numbered(6))];
        _folder.Write("news/5.txt", text);

        await ExtractAsync();

        Assert.HasCount(3, (IReadOnlyCollection<JsonObject>)[.. _folder.ReadLines("out/facts.jsonl"), .. _folder.ReadLines("out/failures.jsonl")]);
    }

    [TestMethod]
    public async Task Unreadable_file_is_a_failure()
    {
        // Reading a process's memory at address 0 fails for everybody, root too, who may read what has no permission bits.
        File.CreateSymbolicLink(_folder["news/5.txt"], "/nowhere/at/all.txt");
        File.CreateSymbolicLink(_folder["news/6.jsonl"], "/proc/self/mem");

        CgtRun run = await ExtractAsync();

        Assert.AreEqual(2, run.ExitCode);
        AssertOnlyFailed("5.txt", "6.jsonl");
    }

    [TestMethod]
    public async Task Forbidden_file_is_a_failure()
    {
        string path = _folder.Write("news/5.txt", SampleText.Numbered(5));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);
        if (CanRead(path))
            Assert.Inconclusive("This user may read every file, or the system has no permission bits.");

        await AssertFailuresAsync("read", "5.txt");
    }

    [TestMethod]
    public async Task Folder_loop_of_links_is_read_once()
    {
        Directory.CreateSymbolicLink(_folder["news/loop"], _folder["news"]);
        Directory.CreateSymbolicLink(_folder["news/up"], _folder.Path);

        CgtRun run = await ExtractAsync();

        Assert.AreEqual(0, run.ExitCode);
        Assert.HasCount(2, _folder.Sources());
    }

    [TestMethod]
    public async Task Named_file_of_another_kind_is_a_failure_beside_the_others()
    {
        CgtRun run = await CgtRun.Of("extract", _folder.Write("5.pdf", "x"), _folder["news"], "--out", _folder["out"]);

        Assert.AreEqual(2, run.ExitCode);
        Assert.AreEqual("find", (string?)Assert.ContainsSingle(_folder.ReadLines("out/failures.jsonl"))["stage"]);
        Assert.HasCount(2, _folder.Sources());
    }

    [TestMethod]
    public async Task Html_nested_100000_deep_keeps_the_run_alive()
    {
        _folder.Write("news/5.html", string.Concat(Enumerable.Repeat("<div>", 100_000)) + SampleText.Numbered(1));
        _folder.Write("news/6.html", string.Concat(Enumerable.Repeat("<b><i>", 50_000)) + SampleText.Numbered(2));

        CgtRun run = await CgtProcess.RunAsync(LittleMemory, "extract", _folder["news"], "--out", _folder["out"]);

        AssertAllAccountedFor(run, inputs: 4);
    }

    [TestMethod]
    public async Task Line_of_50_MB_keeps_the_run_alive_in_little_memory()
    {
        var line = new StringBuilder(51_000_000);
        for (int number = 0; line.Length < 50_000_000; number++)
            line.Append("Alder Bio raised $").Append(number).Append(" million for its CAR-T therapy. ");
        _folder.Write("news/5.txt", line.ToString());

        CgtRun run = await CgtProcess.RunAsync(LittleMemory, "extract", _folder["news"], "--out", _folder["out"]);

        AssertAllAccountedFor(run, inputs: 3);
    }

    [TestMethod]
    public async Task Many_large_files_pass_through_little_memory()
    {
        string page = SampleText.Page("Alder Bio opens a plant", "Alder Bio opened a plant for viral vectors in Odense on Tuesday morning.") + "<!--" + new string('x', 10_000_000) + "-->";
        for (int number = 0; number < 40; number++)
            File.WriteAllText(_folder.Write($"news/5-{number}.html", ""), page);

        CgtRun run = await CgtProcess.RunAsync(VeryLittleMemory, "extract", _folder["news"], "--out", _folder["out"]);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.HasCount(3, _folder.Sources());
        Assert.Contains("39 came twice", run.Output);
    }

    private static bool CanRead(string path)
    {
        try
        {
            File.OpenRead(path).Dispose();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Line(string text) => new JsonObject { ["text"] = text }.ToJsonString() + "\n";

    private Task<CgtRun> ExtractAsync() => CgtRun.Of("extract", _folder["news"], "--out", _folder["out"]);

    private async Task AssertFailuresAsync(string stage, params string[] names)
    {
        CgtRun run = await ExtractAsync();

        Assert.AreEqual(2, run.ExitCode, run.Error);
        AssertOnlyFailed(names);
        foreach (JsonObject failure in _folder.ReadLines("out/failures.jsonl"))
        {
            Assert.AreEqual(stage, (string?)failure["stage"]);
            Assert.DoesNotContain("Fault of the program", (string)failure["reason"]!);
        }
    }

    private void AssertOnlyFailed(params string[] names)
    {
        Assert.AreSequenceEqual(names, [.. _folder.ReadLines("out/failures.jsonl").Select(failure => Path.GetFileName((string)failure["source"]!))]);
        Assert.AreSequenceEqual(["news/0-good.txt", "news/9-good.txt"], _folder.Sources());
    }

    private void AssertAllAccountedFor(CgtRun run, int inputs)
    {
        Assert.IsLessThanOrEqualTo(2, run.ExitCode, run.Error);
        Assert.AreNotEqual(1, run.ExitCode, run.Error);
        JsonObject[] failures = _folder.ReadLines("out/failures.jsonl");
        Assert.AreEqual(inputs, _folder.Sources().Length + failures.Length);
        foreach (JsonObject failure in failures)
            Assert.DoesNotContain("Fault of the program", (string)failure["reason"]!, (string)failure["reason"]!);
        CollectionAssert.IsSubsetOf(new[] { "news/0-good.txt", "news/9-good.txt" }, _folder.Sources());
    }
}
