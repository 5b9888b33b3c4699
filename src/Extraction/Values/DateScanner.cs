using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Reads calendar dates: "January 4, 2026", "11-12 January 2022", "Sept. 2025", "2026-01-04", "2024", 2026年11月22日.</summary>
internal static class DateScanner
{
    // Years outside are counts, prices or model numbers; market forecasts reach 2060.
    private const int FirstYear = 1900, LastYear = 2070;

    /// <summary>Reads the date whose month name is token <paramref name="index"/> and whose day, if any, follows it.</summary>
    public static DateMention? ReadMonthFirst(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        if (!char.IsUpper(text.At(token.Start)))
            return null;
        int month = (int)text.WordOf(index).Number;
        int at = AfterMonth(text, token.End);
        if (Year(text, at, out int yearEnd) is { } onlyYear)
            return Found(text, token.Start, yearEnd, Make(onlyYear, month, null));
        if (Day(text, at, out int dayEnd) is not { } day)
            return Written(text, index) ? RelativeDateScanner.BareMonth(text, index, month) : null;
        int end = SkipSecondDay(text, dayEnd);
        int yearAt = text.SkipSpaces(end);
        if (text.At(yearAt) is ',' or '.')
            yearAt = text.SkipSpaces(yearAt + 1);
        if (Year(text, yearAt, out yearEnd) is { } year)
            return Found(text, token.Start, yearEnd, Make(year, month, day));
        return RelativeDateScanner.DayOfMonth(text, index, new TextSpan(token.Start, end), (month, day));
    }

    /// <summary>Reads the date that starts with the digits of token <paramref name="index"/>.</summary>
    public static DateMention? ReadDigits(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        if (index > 0 && text.At(token.Start - 1) is '-' or '/' && !IsYearSeparator(text, index))
            return null;
        return ReadNumeric(text, token.Start) ?? ReadChinese(text, index) ?? ReadDayFirst(text, index) ?? ReadYear(text, index);
    }

    /// <summary>A four-digit year at <paramref name="position"/> that no digits or letters continue.</summary>
    public static int? Year(ValueText text, int position, out int end)
    {
        end = position + 4;
        int year = 0;
        for (int offset = 0; offset < 4; offset++)
        {
            if (!char.IsAsciiDigit(text.At(position + offset)))
                return null;
            year = year * 10 + (text.At(position + offset) - '0');
        }
        bool ends = !char.IsLetterOrDigit(text.At(end)) && !(text.At(end) is ',' or '.' && char.IsAsciiDigit(text.At(end + 1))) || text.At(end) == '年';
        return ends && year is >= FirstYear and <= LastYear ? year : null;
    }

    /// <summary>The date, or null when there is no such day.</summary>
    public static PartialDate? Make(int year, int month, int? day) =>
        month is < 1 or > 12 || day is { } number && (number < 1 || number > DateTime.DaysInMonth(year, month)) ? null : new PartialDate(year, month, day);

    // A month name in a text, not "May" the verb or "March" the walk: a preposition of time stands before it.
    private static bool Written(ValueText text, int index) =>
        text.TokenIs(index - 1, "in") || text.TokenIs(index - 1, "since") || text.TokenIs(index - 1, "last") || text.TokenIs(index - 1, "this")
        || text.TokenIs(index - 1, "early") || text.TokenIs(index - 1, "late") || text.TokenIs(index - 1, "next") || text.TokenIs(index - 1, "until");

    private static DateMention? Found(ValueText text, int start, int end, PartialDate? date)
    {
        if (date is null)
            return null;
        var span = new TextSpan(start, end);
        return new DateMention(span, date.Value, span == text.Dateline ? DateKind.Dateline : DateKind.Calendar, null);
    }

    private static int AfterMonth(ValueText text, int end)
    {
        if (text.At(end) == '.')
            end++;
        int at = text.SkipSpaces(end);
        if (text.At(at) == ',')
            at = text.SkipSpaces(at + 1);
        return text.Has(at, "of ") ? text.SkipSpaces(at + 3) : at;
    }

    private static int? Day(ValueText text, int position, out int end)
    {
        end = position;
        int day = 0;
        while (char.IsAsciiDigit(text.At(end)) && end - position < 3)
            day = day * 10 + (text.At(end++) - '0');
        if (end - position is 0 or > 2 || day is < 1 or > 31)
            return null;
        if (text.At(end) is 's' or 't' or 'n' or 'r' && text.At(end + 1) is 't' or 'h' or 'd')
            end += 2;
        bool number = char.IsLetterOrDigit(text.At(end)) || text.At(end) == '%' || text.At(end) is '.' or ',' && char.IsAsciiDigit(text.At(end + 1)) && !(text.At(end) == ',' && Year(text, end + 1, out _) is not null);
        return number ? null : day;
    }

    // "January 11-12, 2022", "January 11 to 13", "May 31-June 4".
    private static int SkipSecondDay(ValueText text, int end)
    {
        int at = text.SkipSpaces(end);
        if (text.At(at) == '-')
            at = text.SkipSpaces(at + 1);
        else if (text.Has(at, "to ") || text.Has(at, "and "))
            at = text.SkipSpaces(text.LettersEnd(at));
        else
            return end;
        if (text.WordAt(at, out int monthEnd).Class == ValueWordClass.Month)
            at = AfterMonth(text, monthEnd);
        return Year(text, at, out _) is null && Day(text, at, out int dayEnd) is not null ? dayEnd : end;
    }

    // 2026-01-04, 2026/1/4, 1/4/2026 (month first, as US releases write it; day first where the first number cannot be a month), 04.01.2026.
    private static DateMention? ReadNumeric(ValueText text, int position)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        int at = position;
        char separator = '\0';
        for (int part = 0; part < 3; part++)
        {
            int start = at;
            while (char.IsAsciiDigit(text.At(at)) && at - start < 5)
                parts[part] = parts[part] * 10 + (text.At(at++) - '0');
            lengths[part] = at - start;
            if (lengths[part] == 0 || part == 2)
                break;
            char next = text.At(at);
            if (next is not ('-' or '/' or '.') || part == 1 && next != separator)
                return null;
            separator = next;
            at++;
        }
        if (lengths[2] is 0 or 3 || char.IsLetterOrDigit(text.At(at)) || lengths[1] > 2)
            return null;
        (int year, int month, int day) = lengths[0] == 4 ? (parts[0], parts[1], parts[2]) : lengths[2] == 4 && lengths[0] <= 2
            ? separator == '/' && parts[0] <= 12 ? (parts[2], parts[0], parts[1]) : (parts[2], parts[1], parts[0]) : default;
        return year is >= FirstYear and <= LastYear ? Found(text, position, at, Make(year, month, day)) : null;
    }

    // 2026年11月22日, 2026年11月, 2026年, 11月22日.
    private static DateMention? ReadChinese(ValueText text, int index)
    {
        int start = text.Tokens[index].Start;
        int at = start;
        int? year = null;
        if (Year(text, start, out int yearEnd) is { } stated && text.At(yearEnd) == '年')
        {
            year = stated;
            at = text.SkipSpaces(yearEnd + 1);
        }
        int month = ChineseNumber(text, at, '月', out int monthEnd);
        if (month == 0)
            return year is null ? null : PeriodScanner.WholeYear(text, new TextSpan(start, yearEnd + 1), year.Value);
        int day = ChineseNumber(text, text.SkipSpaces(monthEnd), '日', out int dayEnd);
        if (year is { } known)
            return Found(text, start, day == 0 ? monthEnd : dayEnd, Make(known, month, day == 0 ? null : day));
        return day == 0 ? null : RelativeDateScanner.DayOfMonth(text, index, new TextSpan(start, dayEnd), (month, day));
    }

    private static int ChineseNumber(ValueText text, int position, char unit, out int end)
    {
        end = position;
        int number = 0;
        while (char.IsAsciiDigit(text.At(end)) && end - position < 2)
            number = number * 10 + (text.At(end++) - '0');
        if (end == position || text.At(end) != unit)
            return 0;
        end++;
        return number;
    }

    // "4 January 2026", "11-12 January 2022", "the 4th of January".
    private static DateMention? ReadDayFirst(ValueText text, int index)
    {
        int start = text.Tokens[index].Start;
        if (Day(text, start, out int end) is not { } day)
            return null;
        int at = text.SkipSpaces(SkipSecondDay(text, end));
        if (text.At(at) == '-')
            at++;
        if (text.Has(at, "of "))
            at = text.SkipSpaces(at + 3);
        ValueWord word = text.WordAt(at, out int monthEnd);
        if (word.Class != ValueWordClass.Month || !char.IsUpper(text.At(at)))
            return null;
        int yearAt = AfterMonth(text, text.At(monthEnd) == '-' ? monthEnd + 1 : monthEnd);
        if (Year(text, yearAt, out int yearEnd) is { } year)
            return Found(text, start, yearEnd, Make(year, (int)word.Number, day));
        return RelativeDateScanner.DayOfMonth(text, index, new TextSpan(start, monthEnd), ((int)word.Number, day));
    }

    private static DateMention? ReadYear(ValueText text, int index)
    {
        int start = text.Tokens[index].Start;
        if (Year(text, start, out int end) is not { } year || year < 1950 && !text.TokenIs(index - 1, "in") && !text.TokenIs(index - 1, "since"))
            return null;
        int at = text.SkipSpaces(end);
        ValueWord next = text.WordAt(at, out _);
        bool counted = next.Class is ValueWordClass.Noun or ValueWordClass.Money or ValueWordClass.Multiplier or ValueWordClass.Currency || text.At(end) is '%' or '+'
            || text.At(start - 1) is '#' or '.';
        return counted ? null : PeriodScanner.WholeYear(text, new TextSpan(start, end), year);
    }

    // "mid-2025", "2021-2024", "Q1-2024" hold a year after a hyphen; "SC-2024" and "10-2024" do not.
    private static bool IsYearSeparator(ValueText text, int index) =>
        text.At(text.Tokens[index].Start - 1) == '-' && (text.TokenIs(index - 2, "mid") || text.TokenIs(index - 2, "early") || text.TokenIs(index - 2, "late")
            || text.TokenIs(index - 2, "pre") || text.TokenIs(index - 2, "end"));
}
