namespace Extraction.Pages.Tests;

[TestClass]
public sealed class CleanerTests
{
    [TestMethod]
    public void Clean_of_an_html_page_gives_the_article_alone()
    {
        Article article = TestPages.Clean(TestPages.Html(TestPages.Release));

        string[] lines = article.Text.Split('\n');
        Assert.AreEqual("Alderwood Doses First Patient With AW-101", lines[0]);
        Assert.StartsWith("Alderwood Therapeutics has treated", lines.First(line => line.Contains("has treated", StringComparison.Ordinal)));
        Assert.Contains("autumn meeting", article.Text);
        Assert.DoesNotContain("Birchgene", article.Text);
        Assert.DoesNotContain("cookies", article.Text);
        Assert.DoesNotContain("Jobs", article.Text);
    }

    [TestMethod]
    public void Clean_of_an_html_page_reads_what_it_says_about_itself()
    {
        Article article = TestPages.Clean(TestPages.Html(TestPages.Release));

        Assert.AreEqual("Alderwood Doses First Patient With AW-101", article.Title);
        Assert.AreEqual("Cell Daily", article.Site);
        Assert.AreEqual("Ines Roth", article.Author);
        Assert.AreEqual("https://cell-daily.example/2026/01/05/alderwood-doses", article.Url);
        Assert.AreEqual(new PartialDate(2026, 1, 5), article.Published);
        Assert.AreEqual("en", article.Language);
    }

    [TestMethod]
    public void Clean_keeps_powers_of_ten_and_drops_soft_hyphens()
    {
        Article article = TestPages.Clean(TestPages.Html(TestPages.Release));

        Assert.Contains("1 x 10^8 cells", article.Text);
        Assert.Contains("hospital", article.Text);
    }

    [TestMethod]
    public void Clean_of_the_same_page_gives_the_same_article_and_id()
    {
        Article first = TestPages.Clean(TestPages.Html(TestPages.Release)), second = TestPages.Clean(TestPages.Html(TestPages.Release));

        Assert.AreEqual(first.Text, second.Text);
        Assert.AreEqual(first.Id, second.Id);
        Assert.AreEqual(16, first.Id.Length);
    }

    [TestMethod]
    public void Clean_takes_what_the_container_says_first()
    {
        Page page = TestPages.Html(TestPages.Release) with { Id = "own", Title = "Own", Published = new PartialDate(2025, 12, 31), Url = "https://own.example/" };

        Article article = TestPages.Clean(page);

        Assert.AreEqual("own", article.Id);
        Assert.AreEqual("Own", article.Title);
        Assert.AreEqual(new PartialDate(2025, 12, 31), article.Published);
        Assert.AreEqual("https://own.example/", article.Url);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("  \n \u200B ")]
    public void Clean_of_text_with_nothing_in_it_fails(string text) =>
        Assert.AreEqual(Cleaner.Stage, new Cleaner().Clean(TestPages.Text(text)).Failure!.Stage);

    [TestMethod]
    public void Clean_of_html_without_text_fails() => Assert.IsFalse(new Cleaner().Clean(TestPages.Html("<html><body><script>1</script></body></html>")).Succeeded);

    [TestMethod]
    public void Clean_of_a_binary_page_fails() =>
        Assert.IsFalse(new Cleaner().Clean(new Page { Source = "a", Content = new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2 } }).Succeeded);

    [TestMethod]
    [DataRow("<p>Subscribe to read the full article.</p>", true)]
    [DataRow("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>", true)]
    [DataRow("<p>Subscribe to our newsletter.</p>", false)]
    public void Clean_tells_that_only_the_beginning_is_shown(string end, bool expected)
    {
        const string Start = "<h1>Alderwood treats its first patient</h1><p>Alderwood Therapeutics has treated the first patient in its trial of AW-101, the company said on Monday.</p>";

        Assert.AreEqual(expected, TestPages.Clean(TestPages.Html($"<article>{Start}{end}</article>")).IsTruncated);
    }

    [TestMethod]
    public void Clean_of_markdown_takes_the_marks_out()
    {
        Page page = TestPages.Of("---\ntitle: Alderwood doses a patient\ndate: 2026-01-05\n---\n\nThe *first* patient has been [treated](https://a.example) with **AW-101**.\n\n| Dose | Patients |\n|---|---|\n| Low | 3 |\n", PageKind.Markdown);

        Article article = TestPages.Clean(page);

        Assert.AreEqual("Alderwood doses a patient\nThe first patient has been treated with AW-101.\nDose\tPatients\nLow\t3\n", article.Text);
        Assert.AreEqual(new PartialDate(2026, 1, 5), article.Published);
    }
}
