using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Extraction.Pages.Blocks;
using Extraction.Pages.Metadata;
using Extraction.Pages.PlainText;

namespace Extraction.Pages.Html;

/// <summary>Takes the article out of an HTML page.</summary>
internal static class HtmlCleaner
{
    private const int MaxPaywallWords = 60;

    /// <summary>Cleans a page.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="url">Where the page came from, if that is known from elsewhere.</param>
    /// <param name="maxParsedUnits">Longer pages are read without building their tree.</param>
    public static HtmlArticle Clean(string html, string? url, int maxParsedUnits)
    {
        if (html.Length > maxParsedUnits || !MarkupCheck.IsSafe(html))
            return Strip(html, url);
        using IHtmlDocument document = Parse(html);
        PageSignals signals = PageSignals.Collect(document);
        LinkedArticle linked = LinkedArticle.Read(signals.LinkedData);
        string? site = signals.First("og:site_name", "application-name") ?? linked.Publisher;
        string? title = TitleChooser.Choose(signals, linked, site);
        string? canonical = Absolute(signals.CanonicalUrl) ?? Absolute(signals.First("og:url"));
        PageTree? tree = document.Body is { } body ? BlockSegmenter.Segment(body) : null;
        List<string> lines = tree is null ? [] : Lines(PageContext.Of(tree, title, signals, linked));
        return new HtmlArticle
        {
            Lines = lines,
            IsCutShort = Paywall.IsStub(lines) && (linked.IsForSale || tree?.Blocks.Any(IsPaywall) == true),
            Title = title,
            Url = canonical,
            Site = site,
            Author = linked.Author ?? Name(signals.First("author", "article:author", "parsely-author", "dc.creator", "byl")),
            Published = DateChooser.Choose(signals, linked, tree, new DateContext(title, url ?? canonical)),
            Language = Code(signals.Language ?? linked.Language),
        };
    }

    /// <summary>Parses a page that <see cref="MarkupCheck"/> holds for safe.</summary>
    public static IHtmlDocument Parse(string html) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = false, DisableElementPositionTracking = true, SkipComments = true }).ParseDocument(html);

    /// <summary>A page as its blocks and what they are judged by, null when it has no body.</summary>
    public static PageContext? ReadContext(IHtmlDocument document)
    {
        if (document.Body is not { } body)
            return null;
        PageSignals signals = PageSignals.Collect(document);
        LinkedArticle linked = LinkedArticle.Read(signals.LinkedData);
        string? title = TitleChooser.Choose(signals, linked, signals.First("og:site_name", "application-name") ?? linked.Publisher);
        return PageContext.Of(BlockSegmenter.Segment(body), title, signals, linked);
    }

    // The chosen blocks without what is known as furniture wherever it stands, and without title, date and by-line, which have fields of their own.
    private static List<string> Lines(PageContext page)
    {
        List<string> lines = [page.Title ?? ""];
        foreach (Block block in BlockChooser.Choose(page))
        {
            if (Leftover.Phrases.Find(block.Folded) is not ({ Action: LeftoverAction.Drop } or { IsOffer: true }))
                lines.Add(block.Text);
        }
        ArticleHead.DropFurniture(lines);
        lines.RemoveAt(0);
        return lines;
    }

    private static bool IsPaywall(Block block) => block.Words <= MaxPaywallWords && Leftover.Phrases.Find(block.Folded) is { Action: LeftoverAction.Paywall };

    private static HtmlArticle Strip(string html, string? url)
    {
        CleanText clean = PlainTextCleaner.Clean(TagStripper.Strip(html), null);
        string[] lines = clean.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new HtmlArticle { Title = lines.FirstOrDefault(), Lines = lines.Length > 1 ? lines[1..] : lines, IsCutShort = clean.IsCutShort, Published = clean.Published ?? DateScanner.FindInUrl(url) };
    }

    private static string? Absolute(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "http" or "https" ? url : null;

    // Some pages put the URL of the author's page where the name belongs.
    private static string? Name(string? author) => author is null || author.Contains("://", StringComparison.Ordinal) ? null : author;

    private static string? Code(string? language) => language is [var first, var second, ..] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second)
        && (language.Length == 2 || language[2] is '-' or '_') ? language[..2].ToLowerInvariant() : null;
}
