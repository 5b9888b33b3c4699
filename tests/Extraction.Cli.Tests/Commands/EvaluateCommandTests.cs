namespace Extraction.Cli.Tests.Commands;

[TestClass]
public sealed class EvaluateCommandTests : IDisposable
{
    private const string Gold =
        """{"schema":"article-facts/1","article":{"id":"a","source":"a.txt","text":"Alder Bio grows"},"entities":[{"id":"E1","type":"company","name":"Alder Bio","mentions":[{"start":0,"end":9,"text":"Alder Bio"}]}],"relations":[],"events":[]}""";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Evaluate_shows_the_scores()
    {
        string gold = _folder.Write("gold.jsonl", Gold + "\n");

        CgtRun run = await CgtRun.Of("evaluate", "--gold", gold, gold);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.MatchesRegex(@"company\s*│\s*1\.000\s*│\s*1\.000\s*│\s*1\.000\s*│\s*1\s*│\s*1", run.Output);
        Assert.Contains("1 article; bad spans 0", run.Output);
    }

    [TestMethod]
    [DataRow("company", true)]
    [DataRow("entities", true)]
    [DataRow("product", false)]
    public async Task Evaluate_lists_the_errors_of_a_type_or_layer(string type, bool listed)
    {
        string gold = _folder.Write("gold.jsonl", Gold), found = _folder.Write("found.jsonl", Gold.Replace("Alder Bio", "Alder Box", StringComparison.Ordinal));

        CgtRun run = await CgtRun.Of("evaluate", "--gold", gold, found, "--errors", type);

        Assert.AreEqual(listed, run.Output.Contains("a\tMISSED\tcompany\tAlder Bio", StringComparison.Ordinal));
        Assert.AreEqual(listed, run.Output.Contains("a\tWRONG\tcompany\tAlder Box", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task Evaluate_line_that_is_no_record_is_told_with_its_place()
    {
        string gold = _folder.Write("gold.jsonl", Gold + "\n\n{\"text\": \"no record\"}\n");

        CgtRun run = await CgtRun.Of("evaluate", "--gold", gold, gold);

        Assert.AreEqual(1, run.ExitCode);
        Assert.Contains("gold.jsonl(3): expected an article record", run.Error);
    }
}
