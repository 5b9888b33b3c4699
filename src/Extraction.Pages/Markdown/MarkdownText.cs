namespace Extraction.Pages.Markdown;

/// <summary>Plain text made from Markdown, with what its front matter says.</summary>
/// <param name="Text">The text without marks.</param>
/// <param name="Title">The title in the front matter.</param>
/// <param name="Author">The author in the front matter.</param>
/// <param name="Published">The date in the front matter.</param>
internal readonly record struct MarkdownText(string Text, string? Title = null, string? Author = null, PartialDate? Published = null);
