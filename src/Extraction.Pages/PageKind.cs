namespace Extraction.Pages;

/// <summary>The forms that a <see cref="Page"/> comes in.</summary>
public enum PageKind
{
    /// <summary>HTML or XHTML.</summary>
    Html,

    /// <summary>Plain text, already clean or pasted from a page with what stood around the article.</summary>
    PlainText,

    /// <summary>Markdown, perhaps with front matter.</summary>
    Markdown,
}
