using System.Globalization;

namespace Extraction.Values;

/// <summary>Reads years and their parts: "2021-2024", "first quarter of 2024", "Q3 2025", "2H25", "fiscal 2024".</summary>
internal static class PeriodScanner
{
    /// <summary>The whole year at <paramref name="span"/>, with the year after a hyphen or "to" where it is a range.</summary>
    public static DateMention WholeYear(ValueText text, TextSpan span, int year)
    {
        int at = text.SkipSpaces(span.End);
        if (text.At(at) == '-')
            at = text.SkipSpaces(at + 1);
        else if (text.Has(at, "to ") || text.Has(at, "through ") || text.Has(at, "and ") && text.Text.AsSpan(0, span.Start).EndsWith("between ", StringComparison.OrdinalIgnoreCase))
            at = text.SkipSpaces(text.LettersEnd(at));
        string first = year.ToString(CultureInfo.InvariantCulture);
        if (at > span.End && at != text.SkipSpaces(span.End) && DateScanner.Year(text, at, out int end) is { } last && last > year)
            return new DateMention(new TextSpan(span.Start, end), new PartialDate(year), DateKind.Calendar, $"{first}-{last}");
        return new DateMention(span, new PartialDate(year), DateKind.Calendar, first);
    }

    /// <summary>Reads "first quarter of 2024", "second-half 2025", "third quarter" whose ordinal is token <paramref name="index"/>.</summary>
    public static DateMention? ReadOrdinal(ValueText text, int index)
    {
        int number = (int)text.WordOf(index).Number;
        int next = text.TokenIs(index + 1, "-") ? index + 2 : index + 1;
        bool quarter = text.TokenIs(next, "quarter");
        if (!quarter && !(text.TokenIs(next, "half") && number <= 2))
            return null;
        return Complete(text, text.Tokens[index].Start, text.Tokens[next].End, new Part(quarter ? 'Q' : 'H', number));
    }

    /// <summary>Reads the short forms "Q1 2024", "H2", "1Q24", "2H 2025", "FY2024" that token <paramref name="index"/> starts with.</summary>
    public static DateMention? ReadShort(ValueText text, int index)
    {
        Tokens.Token token = text.Tokens[index];
        ReadOnlySpan<char> form = token.Span.Of(text.Text);
        if (form.Length < 2)
            return null;
        if (form[0] is 'F' && form[1] is 'Y')
            return ReadFiscal(text, token.Start, token.Start + 2);
        (char kind, char digit) = form[0] is 'Q' or 'H' ? (form[0], form[1]) : (form[1], form[0]);
        bool valid = kind == 'Q' && digit is >= '1' and <= '4' || kind == 'H' && digit is '1' or '2';
        if (!valid)
            return null;
        var part = new Part(kind, digit - '0');
        if (form.Length == 2)
            return Complete(text, token.Start, token.End, part);
        int year = TwoOrFourDigits(form[2..]);
        return year == 0 ? null : Found(new TextSpan(token.Start, token.End), part, year);
    }

    /// <summary>Reads "fiscal 2024", "fiscal year 2025", "FY 2024" from the letters at <paramref name="start"/> that end at <paramref name="end"/>.</summary>
    public static DateMention? ReadFiscal(ValueText text, int start, int end)
    {
        int at = text.SkipSpaces(end);
        if (text.Has(at, "year"))
            at = text.SkipSpaces(at + 4);
        if (DateScanner.Year(text, at, out int yearEnd) is { } year)
            return new DateMention(new TextSpan(start, yearEnd), new PartialDate(year), DateKind.Calendar, year.ToString(CultureInfo.InvariantCulture));
        int digitsEnd = at;
        while (char.IsAsciiDigit(text.At(digitsEnd)))
            digitsEnd++;
        year = digitsEnd - at == 2 ? TwoOrFourDigits(text.Text.AsSpan(at, 2)) : 0;
        return year == 0 ? null : new DateMention(new TextSpan(start, digitsEnd), new PartialDate(year), DateKind.Calendar, year.ToString(CultureInfo.InvariantCulture));
    }

    private readonly record struct Part(char Kind, int Number);

    // What follows the quarter or half: "of 2024", " 2024", "of fiscal year 2024", "of this year", ", 2024"; without a year the anchor's decides.
    private static DateMention? Complete(ValueText text, int start, int end, Part part)
    {
        int at = text.SkipSpaces(end);
        if (text.At(at) is ',' or '/' or '-' or '\'')
            at = text.SkipSpaces(at + 1);
        if (text.Has(at, "of "))
            at = text.SkipSpaces(at + 3);
        if (text.Has(at, "the "))
            at = text.SkipSpaces(at + 4);
        if (text.Has(at, "fiscal "))
            at = text.SkipSpaces(at + 7);
        if (text.Has(at, "FY"))
            at = text.SkipSpaces(at + 2);
        else if (text.Has(at, "year ") || text.Has(at, "calendar "))
            at = text.SkipSpaces(text.LettersEnd(at));
        if (DateScanner.Year(text, at, out int yearEnd) is { } year)
            return Found(new TextSpan(start, yearEnd), part, year);
        if (text.At(at - 1) is '\'' or '/' && char.IsAsciiDigit(text.At(at)) && char.IsAsciiDigit(text.At(at + 1)) && !char.IsLetterOrDigit(text.At(at + 2)))
            return Found(new TextSpan(start, at + 2), part, TwoOrFourDigits(text.Text.AsSpan(at, 2)));
        return RelativeDateScanner.PartOfYear(text, new TextSpan(start, end), at, (part.Kind == 'Q' ? 3 : 6) * (part.Number - 1) + 1) is { } relative
            ? new DateMention(relative.Span, new PartialDate(relative.Year), DateKind.Relative, $"{relative.Year}-{part.Kind}{part.Number}") : null;
    }

    private static DateMention Found(TextSpan span, Part part, int year) => new(span, new PartialDate(year), DateKind.PartOfYear, $"{year}-{part.Kind}{part.Number}");

    private static int TwoOrFourDigits(ReadOnlySpan<char> digits) =>
        digits.Length is 2 or 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? digits.Length == 2 ? 2000 + year : year is > 1900 and < 2100 ? year : 0 : 0;
}
