using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests.Commands;

[TestClass]
public sealed class CleanCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Clean_writes_articles_without_facts()
    {
        _folder.Write("news/a.html", SampleText.Page("Rowan Gene opens a plant", "Rowan Gene opened a plant for viral vectors in Odense on Tuesday morning."));
        _folder.Write("news/b.txt", SampleText.Trial);
        _folder.Write("news/c.txt", "");

        CgtRun run = await CgtRun.Of("clean", _folder["news"], "--out", _folder["out"]);

        Assert.AreEqual(2, run.ExitCode);
        Assert.AreSequenceEqual(["news/a.html", "news/b.txt"], _folder.Sources("out/articles.jsonl"));
        JsonObject article = _folder.ReadLines("out/articles.jsonl")[0];
        Assert.AreEqual("Rowan Gene opens a plant", (string?)article["title"]);
        Assert.IsFalse(article.ContainsKey("entities"));
        Assert.AreEqual("read", (string?)Assert.ContainsSingle(_folder.ReadLines("out/failures.jsonl"))["stage"]);
        Assert.AreSequenceEqual(["articles.jsonl", "failures.jsonl"], [.. Directory.GetFiles(_folder["out"]).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]);
    }

    [TestMethod]
    public async Task Clean_text_is_the_text_that_extract_annotates()
    {
        _folder.Write("news/b.txt", SampleText.Trial);

        await CgtRun.Of("clean", _folder["news"], "--out", _folder["out"]);
        await CgtRun.Of("extract", _folder["news"], "--out", _folder["out"]);

        Assert.AreEqual(_folder.ReadLines("out/facts.jsonl")[0]["article"]!.ToJsonString(), _folder.ReadLines("out/articles.jsonl")[0].ToJsonString());
    }
}
