namespace Extraction.Cli.Tests.Commands;

[TestClass]
public sealed class SeedsCommandTests : IDisposable
{
    private const string Good = "# source: made up\n# licence: CC0\nname\taliases\nFabry disease\tAnderson-Fabry disease\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Check_good_tables_is_well()
    {
        _folder.Write("seeds/diseases.tsv", Good);

        CgtRun run = await CgtRun.Of("seeds", "check", "--seeds", _folder["seeds"]);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.Contains("1 table checked", run.Output);
    }

    [TestMethod]
    public async Task Check_wrong_tables_tells_file_and_line_of_every_error()
    {
        _folder.Write("seeds/diseases.tsv", Good + "Fabry disease\t\n\tnameless\n");
        _folder.Write("seeds/rules/shapes.tsv", "name\nno licence\n");

        CgtRun run = await CgtRun.Of("seeds", "check", "--seeds", _folder["seeds"]);

        Assert.AreEqual(2, run.ExitCode);
        Assert.Contains("seeds/diseases.tsv(5)", run.Error);
        Assert.Contains("seeds/diseases.tsv(6)", run.Error);
        Assert.Contains("seeds/rules/shapes.tsv", run.Error);
    }

    [TestMethod]
    public async Task Compile_writes_the_same_model_every_time()
    {
        _folder.Write("seeds/diseases.tsv", Good);

        CgtRun first = await CgtRun.Of("seeds", "compile", "--seeds", _folder["seeds"], "--out", _folder["one"]);
        await CgtRun.Of("seeds", "compile", "--seeds", _folder["seeds"], "--out", _folder["two"]);

        Assert.AreEqual(0, first.ExitCode, first.Error);
        Assert.AreSequenceEqual(File.ReadAllBytes(_folder["one/gazetteer.bin"]), File.ReadAllBytes(_folder["two/gazetteer.bin"]));
        Assert.IsTrue(File.Exists(_folder["one/gazetteer.manifest.json"]));
    }

    [TestMethod]
    public async Task Compile_wrong_tables_writes_nothing()
    {
        _folder.Write("seeds/diseases.tsv", Good + "Fabry disease\t\n");

        CgtRun run = await CgtRun.Of("seeds", "compile", "--seeds", _folder["seeds"], "--out", _folder["one"]);

        Assert.AreEqual(2, run.ExitCode);
        Assert.IsFalse(Directory.Exists(_folder["one"]));
    }
}
