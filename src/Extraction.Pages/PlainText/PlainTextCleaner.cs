namespace Extraction.Pages.PlainText;

/// <summary>Takes an article out of pasted text and leaves text that is clean already exactly as it is.</summary>
/// <remarks>
/// Text is taken for pasted when it has blank lines, indented lines or runs of spaces: then it is laid out anew, one paragraph a line. Otherwise
/// single leftovers go and every other line stays as it is, unit for unit.
/// </remarks>
internal static class PlainTextCleaner
{
    /// <summary>Cleans a text.</summary>
    /// <param name="text">The whole text as it came.</param>
    /// <param name="title">The title that the container gives, null when it gives none.</param>
    public static CleanText Clean(string text, string? title)
    {
        TextLayout layout = TextLayout.Of(text);
        List<string> lines = layout.Lines;
        int count = lines.Count;
        string head = string.Join('\n', lines.Skip(1).Take(ArticleHead.MaxLines));
        bool isCutShort = LeftoverFilter.Apply(lines, layout.IsPasted);
        if (layout.IsPasted)
            ArticleHead.Tidy(lines);
        ArticleHead.RaiseTitle(lines);
        bool isWithoutTitle = title is not null && (lines.Count == 0 || FoldedLine.Of(lines[0]) != FoldedLine.Of(title));
        if (isWithoutTitle && lines.Count > 0)
            lines.Insert(0, title!);
        bool isUnchanged = !layout.IsPasted && !isWithoutTitle && lines.Count == count && lines.Count > 0 && text.StartsWith(lines[0], StringComparison.Ordinal);
        return new CleanText(isUnchanged ? text : lines.Count == 0 ? "" : string.Join('\n', lines) + "\n", FindDate(head), isCutShort && Paywall.IsStub(lines));
    }

    // Only where the page or the newswire states its date: a line that is little more than a date, or the dateline that opens a release.
    private static PartialDate? FindDate(string head)
    {
        foreach (ReadOnlySpan<char> line in head.AsSpan().EnumerateLines())
        {
            string text = line.ToString();
            if (Dateline.Find(text) is { } date)
                return date;
        }
        return null;
    }
}
