namespace Extraction.Cli.Tests.Commands;

[TestClass]
public sealed class ShowCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Show_without_colours_prints_names_in_brackets_and_tables()
    {
        CgtRun run = await CgtRun.Of("show", _folder.Write("a.txt", SampleText.Round));

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.Contains("[multiple myeloma|indication]", run.Output);
        Assert.Contains("Entities", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [TestMethod]
    [DataRow(SampleText.Round)]
    [DataRow("<html><body><article><h1>Alder Bio treats multiple myeloma</h1><p>Alder Bio treats people with multiple myeloma in a trial in Lyon.</p></article></body></html>")]
    public async Task Show_reads_text_or_html_from_a_pipe(string input)
    {
        CgtRun run = await CgtRun.WithInput(input, "show", "-");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.Contains("[multiple myeloma|indication]", run.Output);
        Assert.DoesNotContain("<p>", run.Output);
    }

    [TestMethod]
    public async Task Show_unreadable_file_tells_why()
    {
        CgtRun run = await CgtRun.Of("show", _folder.Write("empty.txt", ""));

        Assert.AreEqual(2, run.ExitCode);
        Assert.Contains("empty", run.Error);
    }
}
