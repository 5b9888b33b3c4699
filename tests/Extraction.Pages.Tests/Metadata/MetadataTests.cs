using AngleSharp.Html.Dom;
using Extraction.Pages.Html;
using Extraction.Pages.Metadata;

namespace Extraction.Pages.Tests.Metadata;

[TestClass]
public sealed class MetadataTests
{
    private const string Title = "Alderwood treats its first patient";

    [TestMethod]
    [DataRow("<meta property=og:title content='" + Title + " | Cell Daily'><meta property=og:site_name content='Cell Daily'>")]
    [DataRow("<title>" + Title + " - Cell Daily</title><link rel=canonical href=https://www.celldaily.example/a>")]
    [DataRow("<title>Cell Daily: all about cells</title><meta name=application-name content='Cell Daily'><body><h1>Cell Daily</h1><script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"" + Title + "\"}]}</script>")]
    [DataRow("<meta property=og:title content='" + Title + "'><body><h1>News | " + Title + "</h1>")]
    [DataRow("<meta property=og:title content='Alderwood treats patient'><body><h1>Cell Daily</h1><h1>" + Title + "</h1>")]
    [DataRow("<title>Buy cells here</title><body><h1>" + Title + "</h1>")]
    public void Choose_gives_the_title_without_site_and_rubric(string html) => Assert.AreEqual(Title, HtmlCleaner.Clean(html, null, int.MaxValue).Title);

    [TestMethod]
    [DataRow("<meta property=article:published_time content=2026-01-04T09:00:00Z><body><h1>" + Title + "</h1><p>x", "2026-01-04", DisplayName = "meta")]
    [DataRow("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-01-05T01:00:00Z\",\"dateModified\":\"2026-02-01\"}</script><body><h1>" + Title + "</h1><p>Jan 4, 2026</p>", "2026-01-04", DisplayName = "local day before UTC day")]
    [DataRow("<meta property=article:published_time content=2026-01-04><body><h1>" + Title + "</h1><p>Last updated on March 9, 2026</p>", "2026-01-04", DisplayName = "no update")]
    [DataRow("<body><h1>" + Title + "</h1><time datetime=2026-01-04>yesterday</time>", "2026-01-04", DisplayName = "time")]
    [DataRow("<link rel=canonical href=https://a.example/2026/01/04/x><body><p>x", "2026-01-04", DisplayName = "URL")]
    [DataRow("<body><h1>" + Title + "</h1><p>text</p><footer>© 2026 Cell Daily. Saved 2026-11-22.</footer>", null, DisplayName = "neither copyright nor saving")]
    public void Choose_gives_the_day_of_publication(string html, string? expected) => Assert.AreEqual(expected, HtmlCleaner.Clean(html, null, int.MaxValue).Published?.ToString());

    [TestMethod]
    [DataRow("{\"@type\":\"NewsArticle\",\"headline\":\"A &amp; B\",}", "A & B")]
    [DataRow("[{\"@type\":[\"Thing\",\"Article\"],\"headline\":\"A\"}]", "A")]
    [DataRow("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"BlogPosting\",\"headline\":\"A\"}}", "A")]
    [DataRow("{ broken", null)]
    [DataRow("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}", null)]
    public void Read_of_linked_data_takes_the_article_and_bears_broken_scripts(string script, string? headline) =>
        Assert.AreEqual(headline, LinkedArticle.Read([script]).Headline);

    [TestMethod]
    [DataRow("The company has treated the first patient with its therapy.", "en")]
    [DataRow("Die Firma hat den ersten Patienten mit der neuen Therapie behandelt und das Ergebnis ist gut.", "de")]
    [DataRow("La société a traité le premier patient avec une nouvelle thérapie dans le cadre de son essai.", "fr")]
    [DataRow("该公司宣布首例患者已接受CAR-T治疗。", "zh")]
    [DataRow("この会社は最初の患者を治療しました。", "ja")]
    [DataRow("12 345", null)]
    public void Find_tells_the_language(string text, string? expected) => Assert.AreEqual(expected, LanguageDetector.Find(text));

    [TestMethod]
    public void Collect_reads_meta_headings_and_linked_data_wherever_they_stand()
    {
        using IHtmlDocument document = HtmlCleaner.Parse("<html lang=de-DE><body><meta name=Author content=' A  B '><div><h1>X\n\ty</h1></div><script type='application/ld+json'>{}</script>");

        PageSignals signals = PageSignals.Collect(document);

        Assert.AreEqual("A B", signals.First("author"));
        Assert.AreEqual("X y", Assert.ContainsSingle(signals.Headings));
        Assert.HasCount(1, signals.LinkedData);
        Assert.AreEqual("de-DE", signals.Language);
    }
}
