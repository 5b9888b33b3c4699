using System.Text;

namespace Extraction.Pages.Tests;

[TestClass]
public sealed class RobustnessTests
{
    private const string Sentence = "Alderwood Therapeutics has treated the first patient in its Phase 1 trial of AW-101, the company said on Monday.";

    [TestMethod]
    public void Clean_of_html_nested_100000_deep_gives_its_text() =>
        Assert.Contains(Sentence, TestPages.Clean(TestPages.Html(Repeat("<div>", 100_000) + Sentence + Repeat("</div>", 100_000))).Text);

    [TestMethod]
    public void Clean_of_a_million_attributes_gives_the_text()
    {
        var html = new StringBuilder("<p ");
        for (int index = 0; index < 1_000_000; index++)
            html.Append('a').Append(index).Append("=1 ");

        Assert.Contains(Sentence, TestPages.Clean(TestPages.Html(html.Append('>').Append(Sentence).ToString())).Text);
    }

    [TestMethod]
    public void Clean_of_formatting_that_is_never_closed_gives_the_text()
    {
        var html = new StringBuilder();
        for (int index = 0; index < 20_000; index++)
            html.Append($"<p><font size={index}>");

        Assert.Contains(Sentence, TestPages.Clean(TestPages.Html(html.Append(Sentence).ToString())).Text);
    }

    [TestMethod]
    [DataRow("<")]
    [DataRow("<p")]
    [DataRow("<a href=\"")]
    [DataRow("<table><tr><td>")]
    [DataRow("<script>")]
    [DataRow("<!--")]
    [DataRow("&")]
    [DataRow("<ul><li>")]
    [DataRow("</p>")]
    public void Clean_of_one_thing_repeated_200000_times_ends(string part)
    {
        Outcome<Article> outcome = new Cleaner().Clean(TestPages.Html($"<p>{Sentence}</p>{Repeat(part, 200_000)}"));

        Assert.IsTrue(outcome.Succeeded || outcome.Failure.Stage == Cleaner.Stage);
    }

    [TestMethod]
    public void Clean_of_50_megabytes_of_html_gives_its_text()
    {
        string html = Repeat($"<p>{Sentence}</p>\n", (50 << 20) / (Sentence.Length + 8));

        Assert.Contains(Sentence, TestPages.Clean(TestPages.Html(html)).Text);
    }

    [TestMethod]
    public void Clean_of_random_bytes_never_throws()
    {
        var random = new Random(1);
        for (int round = 0; round < 200; round++)
        {
            byte[] bytes = new byte[random.Next(1, 4000)];
            random.NextBytes(bytes);
            foreach (PageKind kind in Enum.GetValues<PageKind>())
                AssertIsResult(new Cleaner().Clean(new Page { Source = "random", Content = bytes, Kind = kind }));
        }
    }

    [TestMethod]
    public void Clean_of_truncated_pages_never_throws()
    {
        byte[] page = Encoding.UTF8.GetBytes(TestPages.Release);
        for (int length = 1; length < page.Length; length += 7)
            AssertIsResult(new Cleaner().Clean(new Page { Source = "cut", Content = page.AsMemory(0, length), Kind = PageKind.Html }));
    }

    [TestMethod]
    public void Clean_of_mutated_pages_never_throws_and_keeps_sections_inside_the_text()
    {
        var random = new Random(2);
        string[] parts = ["<", ">", "\"", "</div>", "<table>", "<td>", "<a>", "&#0;", "\u0000", "<p>", "<!--", "]]>", "<svg>", "<select>", "\uD800", "<h1>", "{", "10<sup>", "About X", "\n\n"];
        for (int round = 0; round < 300; round++)
        {
            var page = new StringBuilder(TestPages.Release);
            for (int mutation = 0; mutation < 20; mutation++)
            {
                int at = random.Next(page.Length);
                if (random.Next(2) == 0)
                    page.Insert(at, parts[random.Next(parts.Length)]);
                else
                    page.Remove(at, Math.Min(random.Next(30), page.Length - at));
            }
            foreach (PageKind kind in Enum.GetValues<PageKind>())
                AssertIsResult(new Cleaner().Clean(TestPages.Of(page.ToString(), kind)));
        }
    }

    private static void AssertIsResult(Outcome<Article> outcome)
    {
        if (!outcome.Succeeded)
        {
            Assert.IsNotEmpty(outcome.Failure.Reason);
            return;
        }
        int end = 0;
        foreach (Section section in outcome.Value.Sections)
        {
            Assert.IsGreaterThanOrEqualTo(end, section.Span.Start);
            end = section.Span.End;
            Assert.IsLessThanOrEqualTo(outcome.Value.Text.Length, end);
        }
    }

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
}
