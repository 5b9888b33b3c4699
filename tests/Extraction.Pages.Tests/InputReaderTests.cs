using System.Text;

namespace Extraction.Pages.Tests;

[TestClass]
public sealed class InputReaderTests
{
    [TestMethod]
    [DataRow("a.html", PageKind.Html)]
    [DataRow("a.HTM", PageKind.Html)]
    [DataRow("b/a.xhtml", PageKind.Html)]
    [DataRow("a.txt", PageKind.PlainText)]
    [DataRow("a.md", PageKind.Markdown)]
    public void Read_of_a_page_takes_its_kind_from_the_name(string name, PageKind kind)
    {
        Outcome<Page> page = Assert.ContainsSingle(TestPages.Read(name, "text"));

        Assert.AreEqual(kind, page.Value!.Kind);
        Assert.AreEqual(name, page.Value.Source);
    }

    [TestMethod]
    public void Read_of_a_compressed_page_gives_its_bytes()
    {
        Outcome<Page> page = Assert.ContainsSingle(TestPages.Read("a.txt.gz", TestPages.Gzip("text")));

        Assert.AreEqual("text", Encoding.UTF8.GetString(page.Value!.Content.Span));
    }

    [TestMethod]
    [DataRow("a.pdf")]
    [DataRow("a")]
    [DataRow("a.gz")]
    public void Read_of_another_form_fails(string name)
    {
        Assert.IsFalse(InputReader.CanRead(name));
        Assert.AreEqual(InputReader.Stage, Assert.ContainsSingle(TestPages.Read(name, "text")).Failure!.Stage);
    }

    [TestMethod]
    [DataRow("a.txt")]
    [DataRow("a.html")]
    [DataRow("a.json")]
    [DataRow("a.jsonl")]
    public void Read_of_nothing_fails(string name) => Assert.IsFalse(Assert.ContainsSingle(TestPages.Read(name, "")).Succeeded);

    [TestMethod]
    public void Read_of_a_json_object_takes_its_fields()
    {
        Outcome<Page> page = Assert.ContainsSingle(TestPages.Read("a.json",
            """{"id": 7, "url": "https://a.example/b", "title": "T", "date": "2026-01-04", "more": [{"text": "no"}], "text": "Line\nend \u00e9"}"""));

        Assert.AreEqual("a.json", page.Value!.Source);
        Assert.AreEqual("7", page.Value.Id);
        Assert.AreEqual("https://a.example/b", page.Value.Url);
        Assert.AreEqual(new PartialDate(2026, 1, 4), page.Value.Published);
        Assert.AreEqual("Line\nend é", Encoding.UTF8.GetString(page.Value.Content.Span));
    }

    [TestMethod]
    public void Read_of_a_json_array_gives_each_record_and_fails_for_those_without_text()
    {
        List<Outcome<Page>> pages = TestPages.Read("a.json", """[{"text":"x"},{"no":1},3,{"html":"<p>y"}]""");

        CollectionAssert.AreEqual(new[] { true, false, false, true }, pages.ConvertAll(page => page.Succeeded));
        Assert.AreEqual("a.json#4", pages[3].Value!.Source);
        Assert.AreEqual(PageKind.Html, pages[3].Value!.Kind);
    }

    [TestMethod]
    public void Read_of_a_broken_json_array_gives_the_records_before_the_fault()
    {
        List<Outcome<Page>> pages = TestPages.Read("a.json", """[{"text":"x"},{"text":"y"},{"text":]""");

        CollectionAssert.AreEqual(new[] { true, true, false }, pages.ConvertAll(page => page.Succeeded));
    }

    [TestMethod]
    public void Read_of_json_lines_goes_on_after_a_bad_line()
    {
        List<Outcome<Page>> pages = TestPages.Read("a.jsonl", "{\"text\":\"x\"}\n\nnot json\n{\"text\":\"\\ud800\"}\n{\"text\":\"y\"}");

        CollectionAssert.AreEqual(new[] { true, false, false, true }, pages.ConvertAll(page => page.Succeeded));
        Assert.AreEqual("a.jsonl#3", pages[1].Failure!.Source);
        Assert.AreEqual("a.jsonl#5", pages[3].Value!.Source);
    }

    [TestMethod]
    public void Read_of_a_line_longer_than_allowed_fails_for_that_line_alone()
    {
        string lines = "{\"text\":\"x\"}\n{\"text\":\"" + new string('a', 300_000) + "\"}\n{\"text\":\"y\"}\n";

        List<Outcome<Page>> pages = TestPages.Read("a.jsonl", Encoding.UTF8.GetBytes(lines), maxBytes: 100_000);

        CollectionAssert.AreEqual(new[] { true, false, true }, pages.ConvertAll(page => page.Succeeded));
        Assert.AreEqual("a.jsonl#3", pages[2].Value!.Source);
    }

    [TestMethod]
    public void Read_of_a_line_of_50_megabytes_gives_its_record()
    {
        string line = "{\"text\":\"" + new string('a', 50 << 20) + "\"}";

        Outcome<Page> page = Assert.ContainsSingle(TestPages.Read("a.jsonl", Encoding.UTF8.GetBytes(line), maxBytes: 64 << 20));

        Assert.AreEqual(50 << 20, page.Value!.Content.Length);
    }

    [TestMethod]
    public void Read_of_truncated_gzip_gives_complete_records_and_then_a_failure()
    {
        var random = new Random(5);
        var text = new StringBuilder();
        for (int record = 0; record < 2000; record++)
            text.Append("{\"text\":\"").Append(random.NextInt64()).Append(random.NextInt64()).Append("\"}\n");
        byte[] gzip = TestPages.Gzip(text.ToString());

        List<Outcome<Page>> pages = TestPages.Read("a.jsonl.gz", gzip[..(gzip.Length / 2)]);

        Assert.IsGreaterThan(100, pages.Count(page => page.Succeeded));
        Assert.IsFalse(pages[^1].Succeeded);
        Assert.AreEqual(1, pages.Count(page => !page.Succeeded));
    }

    [TestMethod]
    public void Read_of_a_truncated_compressed_page_fails()
    {
        byte[] gzip = TestPages.Gzip(TestPages.Release);

        Assert.IsFalse(Assert.ContainsSingle(TestPages.Read("a.html.gz", gzip[..(gzip.Length / 2)])).Succeeded);
    }

    [TestMethod]
    public void Read_of_data_that_is_not_compressed_under_a_compressed_name_fails() =>
        Assert.IsFalse(Assert.ContainsSingle(TestPages.Read("a.txt.gz", "plain text")).Succeeded);

    [TestMethod]
    public void Read_of_a_decompression_bomb_fails_without_unpacking_it()
    {
        byte[] bomb = TestPages.Gzip(new string('a', 8 << 20));

        Assert.IsFalse(Assert.ContainsSingle(TestPages.Read("a.txt.gz", bomb, maxBytes: 1 << 20)).Succeeded);
    }

    [TestMethod]
    public void ReadFile_of_a_missing_file_fails() =>
        Assert.IsFalse(Assert.ContainsSingle(new InputReader().ReadFile("no/such/file.txt", "file.txt")).Succeeded);
}
