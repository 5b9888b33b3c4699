namespace Extraction.Pages.PlainText;

/// <summary>Puts the first lines of a pasted article in order: title first, once, without the page's furniture between it and the text.</summary>
internal static class ArticleHead
{
    /// <summary>How many lines at the start may hold title, date and by-lines.</summary>
    public const int MaxLines = 8;

    private const int MinProseWords = 12;
    private const int MaxLabelWords = 6;
    private const int MinStandfirstWords = 25;
    private const int MaxTitleWords = 25;
    private const int MinTitleWords = 4;

    // Of the words of a headline in title case, at least this share starts with a capital; of a sentence, hardly ever.
    private const double MinCapitals = 0.6;

    // "Home", "News", "Industry News": what a breadcrumb puts before the title.
    private const int MaxBreadcrumbWords = 3;

    private const int MinMenuItems = 3;
    private const int MaxMenuItemWords = 3;
    private const int MaxMenuLine = 3;

    /// <summary>Takes out of pasted text what stands above the title and between it and the text, with the short labels below a date.</summary>
    public static void Tidy(List<string> lines)
    {
        DropSiteHeader(lines);
        DropBreadcrumb(lines);
        DropFurniture(lines, MaxLabelWords);
    }

    /// <summary>Takes out what stands between the title on the first line and the text: the title's second copy, dates and by-lines.</summary>
    public static void DropFurniture(List<string> lines) => DropFurniture(lines, maxLabelWords: 0);

    private static void DropFurniture(List<string> lines, int maxLabelWords)
    {
        bool isBelowDate = false;
        for (int index = 1; index < Math.Min(lines.Count, MaxLines);)
        {
            string line = lines[index];
            if (IsProse(line))
                return;
            bool isDate = Dateline.IsDateLine(line) || Dateline.IsByline(line);
            isBelowDate |= isDate;
            if (isDate || FoldedLine.Of(line) == FoldedLine.Of(lines[0]) || (isBelowDate && FoldedLine.CountWords(line) <= maxLabelWords))
                lines.RemoveAt(index);
            else
                index++;
        }
    }

    /// <summary>Moves the title before a standfirst that was pasted above it.</summary>
    public static void RaiseTitle(List<string> lines)
    {
        if (lines.Count < 3 || FoldedLine.CountWords(lines[0]) < MinStandfirstWords || !FoldedLine.EndsSentence(lines[0]) || !IsTitle(lines[1]))
            return;
        (lines[0], lines[1]) = (lines[1], lines[0]);
    }

    // "Home | News | About" and the site's name above it.
    private static void DropSiteHeader(List<string> lines)
    {
        for (int index = 0; index < Math.Min(lines.Count - 1, MaxMenuLine); index++)
        {
            if (!IsMenu(lines[index]))
                continue;
            lines.RemoveRange(0, index + 1);
            return;
        }
    }

    private static bool IsMenu(string line)
    {
        string[] items = line.Split(['|', '›', '»', '·'], StringSplitOptions.TrimEntries);
        return items.Length >= MinMenuItems && items.All(item => FoldedLine.CountWords(item) <= MaxMenuItemWords);
    }

    private static void DropBreadcrumb(List<string> lines)
    {
        if (lines.Count < 2 || lines[1].Length < MinTitleWords * 3 || lines[0].Length <= lines[1].Length || !lines[0].EndsWith(lines[1], StringComparison.Ordinal))
            return;
        if (FoldedLine.CountWords(lines[0].AsSpan(0, lines[0].Length - lines[1].Length)) <= MaxBreadcrumbWords)
            lines.RemoveAt(0);
    }

    private static bool IsProse(string line) => FoldedLine.CountWords(line) >= MinProseWords && FoldedLine.EndsSentence(line);

    private static bool IsTitle(string line)
    {
        if (FoldedLine.EndsSentence(line) || FoldedLine.CountWords(line) is < MinTitleWords or > MaxTitleWords)
            return false;
        int words = 0, capitals = 0;
        foreach (Range range in line.AsSpan().Split(' '))
        {
            if (line.AsSpan(range) is not [var first, ..])
                continue;
            words++;
            capitals += char.IsUpper(first) || char.IsDigit(first) || first >= '\u3040' ? 1 : 0;
        }
        return capitals >= MinCapitals * words;
    }
}
