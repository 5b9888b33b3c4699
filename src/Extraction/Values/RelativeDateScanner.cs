using System.Globalization;

namespace Extraction.Values;

/// <summary>Resolves words that count from the dateline or the publication date: "last year", "in August", "on December 22", "today", 去年.</summary>
/// <remarks>Without such a date nothing is found: a guess would be worse than silence.</remarks>
internal static class RelativeDateScanner
{
    // How many tokens before a month may hold the verb that puts it in the future: "is expected to report data in March".
    private const int FutureWindow = 14;

    /// <summary>Reads "this year", "last month", "next quarter" whose first word is token <paramref name="index"/>, or "today", "yesterday".</summary>
    public static DateMention? Read(ValueText text, int index)
    {
        if (text.Anchor is not { } anchor)
            return null;
        TextSpan span = text.Tokens[index].Span;
        if (text.TokenIs(index, "today"))
            return Day(span, anchor, 0);
        if (text.TokenIs(index, "yesterday"))
            return Day(span, anchor, -1);
        int step = text.TokenIs(index, "this") ? 0 : text.TokenIs(index, "last") ? -1 : text.TokenIs(index, "next") ? 1 : int.MinValue;
        if (step == int.MinValue || index + 1 >= text.Tokens.Length)
            return null;
        span = new TextSpan(span.Start, text.Tokens[index + 1].End);
        if (text.TokenIs(index + 1, "year"))
            return Year(span, anchor.Year + step);
        if (text.TokenIs(index + 1, "month") && anchor.Month is { } month)
            return Month(span, anchor.Year * 12 + month - 1 + step);
        if (text.TokenIs(index + 1, "quarter") && anchor.Month is { } inQuarter)
        {
            int quarter = anchor.Year * 4 + (inQuarter - 1) / 3 + step;
            return new DateMention(span, new PartialDate(quarter / 4), DateKind.Relative, $"{quarter / 4}-Q{quarter % 4 + 1}");
        }
        return null;
    }

    /// <summary>Reads 今年, 去年, 明年 that end with the ideograph at token <paramref name="index"/>, and 今日.</summary>
    public static DateMention? ReadChinese(ValueText text, int index)
    {
        if (text.Anchor is not { } anchor || index + 1 >= text.Tokens.Length)
            return null;
        var span = new TextSpan(text.Tokens[index].Start, text.Tokens[index + 1].End);
        return (text.At(span.Start), text.At(span.Start + 1)) switch
        {
            ('今', '年') => Year(span, anchor.Year),
            ('去', '年') => Year(span, anchor.Year - 1),
            ('明', '年') => Year(span, anchor.Year + 1),
            ('今', '日' or '天') => Day(span, anchor, 0),
            ('昨', '日' or '天') => Day(span, anchor, -1),
            _ => null,
        };
    }

    /// <summary>The weekday of token <paramref name="index"/>: the last one up to the anchor, since news tells what has happened.</summary>
    public static DateMention? Weekday(ValueText text, int index)
    {
        bool dated = text.TokenIs(index + 1, ",") && (text.WordOf(index + 2).Class == ValueWordClass.Month || text.WordOf(index + 3).Class == ValueWordClass.Month);
        if (dated || text.Anchor?.ToDay() is not { } day || !char.IsUpper(text.At(text.Tokens[index].Start)) || text.TokenIs(index - 1, "next"))
            return null;
        int back = ((int)day.DayOfWeek - (int)text.WordOf(index).Number + 7) % 7;
        return Day(text.Tokens[index].Span, new PartialDate(day.Year, day.Month, day.Day), -back);
    }

    /// <summary>"two years ago": the number is token <paramref name="index"/>, its value <paramref name="count"/>.</summary>
    public static DateMention? Ago(ValueText text, int index, decimal count)
    {
        if (text.Anchor is not { } anchor || count is < 1 or > 60 || !text.TokenIs(index + 2, "ago"))
            return null;
        var span = new TextSpan(text.Tokens[index].Start, text.Tokens[index + 2].End);
        if (text.TokenIs(index + 1, "years") || text.TokenIs(index + 1, "year"))
            return Year(span, anchor.Year - (int)count);
        if ((text.TokenIs(index + 1, "months") || text.TokenIs(index + 1, "month")) && anchor.Month is { } month)
            return Month(span, anchor.Year * 12 + month - 1 - (int)count);
        return null;
    }

    /// <summary>A month without a year: "in August", "last March", "in August this year", "this January".</summary>
    public static DateMention? BareMonth(ValueText text, int index, int month)
    {
        if (text.Anchor is not { Month: { } anchorMonth } anchor)
            return StatedYear(text, index + 1) is { } only ? Month(new TextSpan(text.Tokens[index].Start, only.End), only.Year * 12 + month - 1) : null;
        if (StatedYear(text, index + 1) is { } stated)
            return Month(new TextSpan(text.Tokens[index].Start, stated.End), stated.Year * 12 + month - 1);
        int year = text.TokenIs(index - 1, "this") ? anchor.Year
            : Nearest(anchor.Year, month > anchorMonth, month < anchorMonth, text.TokenIs(index - 1, "next") || LooksAhead(text, index));
        return Month(text.Tokens[index].Span, year * 12 + month - 1);
    }

    /// <summary>A day without a year: "on December 22", 11月22日.</summary>
    public static DateMention? DayOfMonth(ValueText text, int index, TextSpan span, (int Month, int Day) day)
    {
        int? year = null;
        if (StatedYear(text, text.TokenFrom(span.End, index)) is { } stated)
            (year, span) = (stated.Year, new TextSpan(span.Start, stated.End));
        else if (text.Anchor is { Month: { } month } anchor)
        {
            int order = day.Month != month ? day.Month.CompareTo(month) : day.Day.CompareTo(anchor.Day ?? day.Day);
            year = Nearest(anchor.Year, order > 0, order < 0, LooksAhead(text, index));
        }
        return year is { } known && DateScanner.Make(known, day.Month, day.Day) is { } date
            ? new DateMention(span, date, span == text.Dateline ? DateKind.Dateline : DateKind.Relative, null) : null;
    }

    /// <summary>The year of a quarter or half without one.</summary>
    /// <param name="text">The article.</param>
    /// <param name="span">The words of the quarter or half.</param>
    /// <param name="at">Where what follows it ("of this year", "of the year") starts.</param>
    /// <param name="month">The first month of the quarter or half.</param>
    public static (TextSpan Span, int Year)? PartOfYear(ValueText text, TextSpan span, int at, int month)
    {
        if (text.Anchor is not { } anchor)
            return null;
        (string Words, int Step)[] following = [("this year", 0), ("last year", -1), ("next year", 1), ("year", 0)];
        foreach ((string words, int step) in following)
        {
            if (text.Has(at, words))
                return (new TextSpan(span.Start, at + words.Length), anchor.Year + step);
        }
        if (anchor.Month is not { } anchorMonth)
            return null;
        bool ahead = LooksAhead(text, text.TokenFrom(span.Start, 0));
        return (span, Nearest(anchor.Year, month > anchorMonth, month + 5 < anchorMonth, ahead));
    }

    // "this year" or "last year" right after a month.
    private static (int Year, int End)? StatedYear(ValueText text, int next)
    {
        if (text.Anchor is not { } anchor)
            return null;
        int at = text.TokenIs(next, "of") ? next + 1 : next;
        if (!text.TokenIs(at + 1, "year"))
            return null;
        int end = text.Tokens[at + 1].End;
        return text.TokenIs(at, "this") ? (anchor.Year, end) : text.TokenIs(at, "last") ? (anchor.Year - 1, end) : text.TokenIs(at, "next") ? (anchor.Year + 1, end) : null;
    }

    private static int Nearest(int year, bool later, bool earlier, bool ahead) => ahead ? earlier ? year + 1 : year : later ? year - 1 : year;

    private static bool LooksAhead(ValueText text, int index)
    {
        for (int back = index - 1; back >= 0 && index - back <= FutureWindow; back--)
        {
            if (text.At(text.Tokens[back].Start) is '.' or '\u3002')
                return false;
            if (text.WordOf(back).Class == ValueWordClass.Future)
                return true;
        }
        return false;
    }

    private static DateMention Year(TextSpan span, int year) =>
        new(span, new PartialDate(year), DateKind.Relative, year.ToString(CultureInfo.InvariantCulture));

    private static DateMention Month(TextSpan span, int months) => new(span, new PartialDate(months / 12, months % 12 + 1), DateKind.Relative, null);

    private static DateMention? Day(TextSpan span, PartialDate anchor, int days)
    {
        if (anchor.ToDay() is not { } day || day.DayNumber + days < 0)
            return null;
        day = day.AddDays(days);
        return new DateMention(span, new PartialDate(day.Year, day.Month, day.Day), DateKind.Relative, null);
    }
}
