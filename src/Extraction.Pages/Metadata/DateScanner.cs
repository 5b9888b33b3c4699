using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Extraction.Pages.Metadata;

/// <summary>Finds the first calendar day that a line states.</summary>
internal static partial class DateScanner
{
    private const string Months = "January February March April May June July August September October November December";

    private static readonly SearchValues<string> Centuries = SearchValues.Create(["19", "20"], StringComparison.Ordinal);

    /// <summary>The first day in <paramref name="text"/>, null when it states none.</summary>
    public static PartialDate? Find(string text)
    {
        // Every day that is looked for states its year in four digits.
        if (!text.AsSpan().ContainsAny(Centuries))
            return null;
        PartialDate? best = null;
        int first = int.MaxValue;
        Consider(NumericYearFirst.Match(text), ReadNumber, ref best, ref first);
        Consider(MonthFirst.Match(text), ReadName, ref best, ref first);
        Consider(DayFirst.Match(text), ReadName, ref best, ref first);
        Consider(NumericYearLast.Match(text), ReadNumber, ref best, ref first);
        return best;
    }

    /// <summary>The day that the path of a URL states, null when it states none.</summary>
    public static PartialDate? FindInUrl(string? url)
    {
        if (url is null || InUrl.Match(url) is not { Success: true } match)
            return null;
        return ReadNumber(match);
    }

    private static void Consider(Match match, Func<Match, PartialDate?> read, ref PartialDate? best, ref int first)
    {
        while (match.Success && match.Index < first)
        {
            if (read(match) is { } date)
            {
                best = date;
                first = match.Index;
                return;
            }
            match = match.NextMatch();
        }
    }

    private static PartialDate? ReadNumber(Match match)
    {
        int year = Number(match.Groups["year"]), month = Number(match.Groups["month"]), day = Number(match.Groups["day"]);
        // Numbers with the year last are month first, as in the United States, unless that gives no month or the parts are joined by dots.
        if (month > 12 || match.Value.Contains('.') && match.Groups["last"].Success)
            (month, day) = (day, month);
        return Valid(year, month, day);
    }

    private static PartialDate? ReadName(Match match)
    {
        ReadOnlySpan<char> name = match.Groups["month"].ValueSpan[..3];
        int month = 0;
        foreach (Range range in Months.AsSpan().Split(' '))
        {
            month++;
            if (Months.AsSpan(range).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return Valid(Number(match.Groups["year"]), month, Number(match.Groups["day"]));
        }
        return null;
    }

    private static PartialDate? Valid(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new PartialDate(year, month, day) : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])(?<year>(?:19|20)\d\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumericYearFirst { get; }

    [GeneratedRegex(@"(?<!\d[-/.]?)(?<month>\d{1,2})(?<last>[-/.])(?<day>\d{1,2})[-/.](?<year>(?:19|20)\d\d)(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumericYearLast { get; }

    [GeneratedRegex(@"\b(?<month>Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\.?\s{1,2}(?<day>\d{1,2})(st|nd|rd|th)?,?\s{1,2}(?<year>(?:19|20)\d\d)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst { get; }

    [GeneratedRegex(@"\b(?<day>\d{1,2})(st|nd|rd|th|\.)?\s{1,2}(?<month>Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\.?,?\s{1,2}(?<year>(?:19|20)\d\d)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst { get; }

    [GeneratedRegex(@"/(?<year>(?:19|20)\d\d)[-/]?(?<month>\d{2})[-/]?(?<day>\d{2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex InUrl { get; }
}
