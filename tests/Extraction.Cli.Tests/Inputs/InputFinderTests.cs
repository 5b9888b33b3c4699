using Extraction.Cli.Inputs;

namespace Extraction.Cli.Tests.Inputs;

[TestClass]
public sealed class InputFinderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Find_folder_gives_readable_files_in_ordinal_order()
    {
        foreach (string name in (string[])["b.txt", "a/z.html", "a.md", "B.json", "a/b/c.jsonl.gz", "picture.png", "a/notes"])
            _folder.Write(name, "x");

        FoundInputs found = Find(_folder.Path);

        Assert.AreSequenceEqual(["B.json", "a.md", "a/b/c.jsonl.gz", "a/z.html", "b.txt"], Names(found));
        Assert.AreEqual(2, found.Ignored);
    }

    [TestMethod]
    [DataRow("gold.facts.jsonl")]
    [DataRow("a.facts.json")]
    [DataRow("facts.jsonl")]
    [DataRow("failures.jsonl")]
    public void Find_folder_passes_over_records_beside_articles(string name)
    {
        _folder.Write(name, "{}");

        FoundInputs found = Find(_folder.Path);

        Assert.IsEmpty(found.Inputs);
        Assert.AreEqual(1, found.Ignored);
    }

    [TestMethod]
    public void Find_output_folder_is_not_looked_into()
    {
        _folder.Write("a.txt", "x");
        _folder.Write("out/articles.jsonl", "x");

        Assert.AreSequenceEqual(["a.txt"], Names(InputFinder.Find([_folder.Path], _folder["out"])));
    }

    [TestMethod]
    public void Find_several_inputs_keeps_their_order_and_takes_no_file_twice()
    {
        string second = _folder.Write("z.txt", "x");
        _folder.Write("a.txt", "x");

        Assert.AreSequenceEqual(["z.txt", "a.txt"], Names(Find(second, _folder.Path, _folder["*.txt"])));
    }

    [TestMethod]
    public void Find_wildcards_reach_as_deep_as_they_say()
    {
        _folder.Write("2025/a.txt", "x");
        _folder.Write("2026/b.txt", "x");
        _folder.Write("2026/old/c.txt", "x");

        Assert.AreSequenceEqual(["2025/a.txt", "2026/b.txt"], Names(Find(_folder["*/*.txt"])));
        Assert.AreSequenceEqual(["2026/b.txt", "2026/old/c.txt"], Names(Find(_folder["2026/**/*.txt"])));
    }

    [TestMethod]
    public void Find_loop_of_links_ends_and_gives_each_file_once()
    {
        _folder.Write("a/x.txt", "x");
        _folder.Write("b/y.txt", "x");
        Link("a/up", _folder.Path);
        Link("a/self", _folder["a"]);
        Link("b/across", _folder["a"]);
        Link("b/relative", "../b");

        Assert.AreSequenceEqual(["a/x.txt", "b/y.txt"], Names(Find(_folder.Path)));
    }

    [TestMethod]
    public void Find_linked_folder_elsewhere_is_read()
    {
        using var elsewhere = new TestFolder();
        elsewhere.Write("far.txt", "x");
        _folder.Write("near.txt", "x");
        Link("link", elsewhere.Path);

        Assert.AreSequenceEqual(["link/far.txt", "near.txt"], Names(Find(_folder.Path)));
    }

    [TestMethod]
    public void Find_named_file_of_another_kind_is_a_failure()
    {
        FoundInput input = Assert.ContainsSingle(Find(_folder.Write("report.pdf", "x")).Inputs);

        Assert.IsNotNull(input.Failure);
        Assert.AreEqual("find", input.Failure.Stage);
        Assert.Contains(".html .htm .xhtml .txt .md .json .jsonl", input.Failure.Reason);
    }

    [TestMethod]
    [DataRow("nothing.txt", "There is no file or folder")]
    [DataRow("*.txt", "No file matches")]
    [DataRow("missing/*.txt", "No file matches")]
    public void Find_path_to_nothing_is_told_at_once(string path, string message)
    {
        CommandException exception = Assert.ThrowsExactly<CommandException>(() => Find(_folder[path]));

        Assert.StartsWith(message, exception.Message);
        Assert.Contains(_folder[path], exception.Message);
    }

    private static FoundInputs Find(params string[] paths) => InputFinder.Find(paths, "no such folder");

    private string[] Names(FoundInputs found) => [.. found.Inputs.Select(input => input.Source[(_folder.Path.Length + 1)..])];

    private void Link(string relative, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[relative])!);
        Directory.CreateSymbolicLink(_folder[relative], target);
    }
}
