using System.Security.Cryptography;
using System.Text;
using Extraction.Pages.Decoding;
using Extraction.Pages.Html;
using Extraction.Pages.Markdown;
using Extraction.Pages.Metadata;
using Extraction.Pages.PlainText;
using Extraction.Pages.Sections;

namespace Extraction.Pages;

/// <summary>Takes the article out of a page: title, text, date, author, site, URL, language and what kind of text each part is.</summary>
/// <remarks>Safe to use from several threads. The same page gives the same article, always.</remarks>
public sealed class Cleaner
{
    /// <summary>The stage that failures name.</summary>
    public const string Stage = "clean";

    private const int IdUnits = 16;

    private readonly CleaningOptions _options;

    /// <summary>Makes a cleaner with the usual limits.</summary>
    public Cleaner()
        : this(new CleaningOptions())
    {
    }

    /// <summary>Makes a cleaner with limits of the caller's.</summary>
    public Cleaner(CleaningOptions options) => _options = options;

    /// <summary>The article of a page, or why it has none: its bytes are no text, or nothing of it is an article.</summary>
    public Outcome<Article> Clean(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        DecodedText decoded = PageDecoder.Decode(page);
        if (decoded.Text is not { } text)
            return new DocumentFailure(page.Source, Stage, decoded.Fault ?? "");
        Article article = page.Kind == PageKind.Html ? CleanHtml(page, text) : CleanText(page, text);
        if (article.Text.AsSpan().IsWhiteSpace())
            return new DocumentFailure(page.Source, Stage, "No text is left after cleaning.");
        return article with
        {
            Id = page.Id ?? NewId(article),
            Language = LanguageDetector.Find(article.Text) ?? article.Language,
            Sections = SectionFinder.Find(article.Text),
        };
    }

    private Article CleanHtml(Page page, string html)
    {
        HtmlArticle found = HtmlCleaner.Clean(html, page.Url, _options.MaxParsedUnits);
        string? title = page.Title ?? found.Title;
        var text = new StringBuilder();
        if (title is not null)
            text.Append(title).Append('\n');
        foreach (string line in found.Lines)
            text.Append(line).Append('\n');
        return new Article
        {
            Id = "",
            Source = page.Source,
            Url = page.Url ?? found.Url,
            Title = title,
            Site = page.Site ?? found.Site,
            Author = page.Author ?? found.Author,
            Published = page.Published ?? found.Published,
            Language = found.Language,
            Text = found.Lines.Count == 0 ? "" : text.ToString(),
            IsTruncated = found.IsCutShort,
        };
    }

    private static Article CleanText(Page page, string text)
    {
        string? title = page.Title is { } given ? TextLayout.Tidy(given) : null;
        MarkdownText markdown = page.Kind == PageKind.Markdown ? MarkdownReader.Read(text) : new MarkdownText(text);
        CleanText clean = PlainTextCleaner.Clean(markdown.Text, title ?? markdown.Title);
        int end = clean.Text.IndexOf('\n');
        return new Article
        {
            Id = "",
            Source = page.Source,
            Url = page.Url,
            Title = end > 0 ? clean.Text[..end] : title,
            Site = page.Site,
            Author = page.Author ?? markdown.Author,
            Published = page.Published ?? markdown.Published ?? clean.Published ?? DateScanner.FindInUrl(page.Url),
            Text = clean.Text,
            IsTruncated = clean.IsCutShort,
        };
    }

    // Two saved copies of one page get one id; without a URL the same text does.
    private static string NewId(Article article)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(article.Url ?? article.Text));
        return Convert.ToHexStringLower(hash)[..IdUnits];
    }
}
