using Extraction.Pages.Metadata;

namespace Extraction.Pages.PlainText;

/// <summary>Reads the day of publication from a line that states it.</summary>
internal static class Dateline
{
    // "Jan 04, 2026 11:11 CST Updated 11:11", "Published on 4 January 2026 by Example": a line that is little more than a date.
    private const int MaxWords = 16;
    private const int MaxUnits = 70;

    // "CITY, State, Nov. 22, 2026 /PRNewswire/ -- The company …": a dateline stands within the first part of its paragraph.
    private const int MaxDatelineUnits = 140;

    private static readonly string[] Marks = ["/PRNewswire", "(GLOBE NEWSWIRE)", "(BUSINESS WIRE)", "BUSINESS WIRE", "GLOBE NEWSWIRE", "PRNewswire", "ACCESSWIRE", "/CNW/", "(Newsfile Corp", "EQS-News", " -- ", " – ", " — ", "讯", "电"];

    /// <summary>The day, null when the line states none.</summary>
    public static PartialDate? Find(string line)
    {
        if (IsDateLine(line))
            return DateScanner.Find(line);
        string start = line.Length > MaxDatelineUnits ? line[..MaxDatelineUnits] : line;
        foreach (string mark in Marks)
        {
            int end = start.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (end > 0 && DateScanner.Find(start[..Math.Min(start.Length, end + mark.Length)]) is { } date)
                return date;
        }
        return null;
    }

    /// <summary>Whether the line is little more than a date.</summary>
    public static bool IsDateLine(string line) =>
        line.Length <= MaxUnits && !FoldedLine.EndsSentence(line) && DateScanner.Find(line) is not null
        && FoldedLine.CountWords(line) <= MaxWords && (StartsAsDate(line) || IsByline(line));

    /// <summary>Whether the line tells who wrote the article, and perhaps where and when.</summary>
    public static bool IsByline(string line) =>
        line.Length <= MaxUnits && !FoldedLine.EndsSentence(line) && FoldedLine.CountWords(line) <= MaxWords
        && FoldedLine.Of(line).StartsWith("by ", StringComparison.Ordinal) && line.AsSpan().TrimStart("*_| ") is [_, _, _, >= 'A' and <= 'Z', ..];

    private static bool StartsAsDate(string line)
    {
        string folded = FoldedLine.Of(line);
        string[] starts = ["published", "posted", "updated", "date", "发布时间", "时间", "发表于", "日期"];
        return starts.Any(start => folded.StartsWith(start, StringComparison.Ordinal)) || DateScanner.Find(line[..Math.Min(line.Length, 20)]) is not null;
    }
}
