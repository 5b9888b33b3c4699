namespace Extraction.Pages.Html;

/// <summary>What an HTML page says: its article's lines and what is known about it.</summary>
internal sealed record HtmlArticle
{
    /// <summary>The paragraphs, without the title.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? Site { get; init; }

    public string? Author { get; init; }

    public PartialDate? Published { get; init; }

    /// <summary>Whether only the article's beginning is shown and the rest is for sale.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The language that the page declares.</summary>
    public string? Language { get; init; }
}
