using System.IO.Compression;
using System.Text;

namespace Extraction.Pages.Tests;

/// <summary>Makes inputs for the tests.</summary>
internal static class TestPages
{
    public const string Release = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Alderwood Doses First Patient With AW-101 | Cell Daily</title>
        <meta property="og:title" content="Alderwood Doses First Patient With AW-101 | Cell Daily"><meta property="og:site_name" content="Cell Daily">
        <link rel="canonical" href="https://cell-daily.example/2026/01/05/alderwood-doses">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Alderwood Doses First Patient With AW-101","datePublished":"2026-01-05T09:00:00Z","author":{"name":"Ines Roth"}}</script>
        </head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/jobs">Jobs</a></li></ul></nav>
        <main><article><h1>Alderwood Doses First Patient With AW-101</h1><p>By Ines Roth</p>
        <p>Alderwood Therapeutics has treated the first patient in its Phase 1 trial of AW-101, a CAR-T therapy that binds CD19, the company said on Monday.</p>
        <p>The patient received 1 x 10<sup>8</sup> cells and left the hos&shy;pital after nine days without severe cytokine release syndrome, according to the company.</p>
        <table><tr><th>Dose</th><th>Patients</th></tr><tr><td>Low</td><td>3</td></tr></table>
        <p>Two more patients are to be treated before the end of March, and first data are planned for the autumn meeting of the society in Vienna.</p>
        </article></main><aside><h2>Related articles</h2><ul><li><a href="/a">Birchgene raises a round</a></li><li><a href="/b">Cedar cuts jobs</a></li></ul></aside>
        <footer><p>We use cookies. <a href="/privacy">Privacy policy</a></p></footer></body></html>
        """;

    public static Page Html(string html) => Of(html, PageKind.Html);

    public static Page Text(string text) => Of(text, PageKind.PlainText);

    public static Page Of(string text, PageKind kind) => new() { Source = "page", Content = Encoding.UTF8.GetBytes(text), Kind = kind };

    public static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    public static List<Outcome<Page>> Read(string name, byte[] content, int maxBytes = 1 << 20) =>
        [.. new InputReader(new ReadingOptions { MaxBytes = maxBytes }).Read(new MemoryStream(content), name)];

    public static List<Outcome<Page>> Read(string name, string content) => Read(name, Encoding.UTF8.GetBytes(content));

    public static Article Clean(Page page)
    {
        Outcome<Article> outcome = new Cleaner().Clean(page);
        Assert.IsTrue(outcome.Succeeded, outcome.Failure?.Reason);
        return outcome.Value!;
    }
}
