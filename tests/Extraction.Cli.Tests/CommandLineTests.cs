namespace Extraction.Cli.Tests;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("extract")]
    [DataRow("clean")]
    [DataRow("show")]
    [DataRow("evaluate")]
    [DataRow("seeds")]
    [DataRow("seeds check")]
    [DataRow("seeds compile")]
    [DataRow("train")]
    [DataRow("train blocks")]
    [DataRow("train clusters")]
    [DataRow("train entities")]
    [DataRow("train relations")]
    [DataRow("train events")]
    public async Task Help_of_a_verb_shows_how_to_call_it_with_examples(string verb)
    {
        CgtRun run = await CgtRun.Of([.. verb.Split(' '), "--help"]);

        Assert.AreEqual(0, run.ExitCode);
        Assert.Contains($"cgt {verb}", run.Output);
        Assert.Contains("Examples:", run.Output);
    }

    [TestMethod]
    public async Task Help_lists_every_verb()
    {
        CgtRun run = await CgtRun.Of("--help");

        foreach (string verb in (string[])["extract", "clean", "show", "evaluate", "seeds", "train"])
            Assert.Contains($"\n  {verb} ", run.Output);
    }

    [TestMethod]
    public async Task Version_is_told()
    {
        CgtRun run = await CgtRun.Of("--version");

        Assert.AreEqual(0, run.ExitCode);
        Assert.MatchesRegex(@"^\d+\.\d+\.\d+", run.Output);
    }

    [TestMethod]
    [DataRow("extrct samples", "There is no command or option extrct. See cgt --help.")]
    [DataRow("extract", "Required argument 'INPUT' missing for command: 'extract'. See cgt extract --help.")]
    [DataRow("extract . --fast", "There is no option --fast. See cgt extract --help.")]
    [DataRow("extract . --jobs 0", "--jobs must be 1 or more. See cgt extract --help.")]
    [DataRow("extract /no/such/place", "There is no file or folder /no/such/place.")]
    [DataRow("show /no/such/file.txt", "There is no file /no/such/file.txt.")]
    [DataRow("seeds check --seeds /no/such/place", "See cgt seeds check --help.")]
    [DataRow("train entities", "See cgt train entities --help.")]
    [DataRow("evaluate records.jsonl", "See cgt evaluate --help.")]
    public async Task Wrong_usage_is_told_in_a_line_with_exit_code_1(string arguments, string message)
    {
        CgtRun run = await CgtRun.Of(arguments.Split(' '));

        Assert.AreEqual(1, run.ExitCode);
        Assert.StartsWith("cgt: ", run.Error);
        Assert.Contains(message, run.Error);
        Assert.IsEmpty(run.Output);
        Assert.AreEqual(run.Error.TrimEnd('\n').Length, run.Error.TrimEnd('\n').Split('\n')[0].Length);
    }
}
