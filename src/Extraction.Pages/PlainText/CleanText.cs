namespace Extraction.Pages.PlainText;

/// <summary>A cleaned text.</summary>
/// <param name="Text">The title, then one paragraph a line; empty when nothing is left.</param>
/// <param name="Published">The day that a date line or dateline states, null when there is none.</param>
/// <param name="IsCutShort">Whether only the article's beginning is shown and the rest is for sale.</param>
internal readonly record struct CleanText(string Text, PartialDate? Published, bool IsCutShort);
