using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Finds the date of a dateline: "BOSTON, Jan. 4, 2026 (GLOBE NEWSWIRE) -- ", "Shanghai, 4 January 2026 – ", 苏州2026年1月4日 /.</summary>
internal static class DatelineReader
{
    // The dateline opens one of the first lines, and its date stands within a city, a state and a country from the line's start.
    private const int MaximumLine = 5, MaximumOffset = 90;

    /// <summary>Returns the date below the title (line 0) and where it stands, or null when the article has no dateline.</summary>
    /// <param name="text">The article, without anchor.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="published">Gives the year of a dateline that has none.</param>
    public static (TextSpan Span, PartialDate Date)? Find(ValueText text, ReadOnlySpan<Sentence> sentences, PartialDate? published)
    {
        int line = -1;
        foreach (ref readonly Sentence sentence in sentences)
        {
            if (sentence.Line > MaximumLine)
                break;
            if (sentence.Line == line || sentence.Line == 0)
                continue;
            line = sentence.Line;
            if (InLine(text, sentence.FirstToken, published) is { } found)
                return found;
        }
        return null;
    }

    private static (TextSpan Span, PartialDate Date)? InLine(ValueText text, int first, PartialDate? published)
    {
        int start = text.Tokens[first].Start;
        for (int index = first; index < text.Tokens.Length && text.Tokens[index].Start - start < MaximumOffset; index++)
        {
            Token token = text.Tokens[index];
            bool month = text.WordOf(index).Class == ValueWordClass.Month;
            DateMention? date = month ? DateScanner.ReadMonthFirst(text, index) : char.IsAsciiDigit(text.At(token.Start)) ? DateScanner.ReadDigits(text, index) : null;
            if (date is { Date.Day: not null })
                return EndsDateline(text, date.Span.End, index == first) ? (date.Span, date.Date) : null;
            if (date is null && month && published is { } known && WithoutYear(text, token, known) is { } dated && EndsDateline(text, dated.Span.End, index == first))
                return dated;
            if (token.Kind == TokenKind.Word && char.IsLower(text.At(token.Start)) && !month && !text.TokenIs(index, "and") && !text.TokenIs(index, "of"))
                return null;
            if (token.End < text.Text.Length && text.At(token.End) == '\n')
                return null;
        }
        return null;
    }

    private static (TextSpan Span, PartialDate Date)? WithoutYear(ValueText text, Token month, PartialDate published)
    {
        var dated = new ValueText(text.Text, text.Tokens, text.Words, text.Qualifiers) { Anchor = published };
        int index = text.TokenFrom(month.Start, 0);
        return DateScanner.ReadMonthFirst(dated, index) is { Date.Day: not null } date ? (date.Span, date.Date) : null;
    }

    // A dash, slash, bracket or colon that the newswire's name or the story follows; a Chinese line may open with the date and a comma.
    private static bool EndsDateline(ValueText text, int end, bool opensLine)
    {
        int at = text.SkipSpaces(end);
        if (text.At(at) is ')' or '.')
            at = text.SkipSpaces(at + 1);
        if (text.At(at) == ',')
            return opensLine && text.At(at - 1) == '日' || text.At(text.SkipSpaces(at + 1)) is '/' or '(';
        return text.At(at) is '-' or '/' or '(' or ':' or '\u2014' or '\u2015' or '|' or '\n' or '讯' or '•' or '·';
    }
}
