namespace Extraction.Tokens;

/// <summary>Cuts text into fine tokens.</summary>
/// <remarks>
/// Splits at every mark and keeps runs of letters and digits whole (<c>CT0596</c>, <c>NouvNeu001</c>), numbers with separators (<c>1,164</c>,
/// <c>2.5</c>), dotted initials (<c>U.S.</c>) and possessive endings (<c>'s</c>). So <c>anti-BCMA</c> is three tokens and a name ends where its
/// token does: on the shared gold only 0.8 % of the names do not, against 2.3 % with hyphenated words kept whole and 7.1 % at white space
/// (shared/study/ENTITIES.md).
/// </remarks>
public static class Tokenizer
{
    /// <summary>The tokens of <paramref name="normalized"/>, which must come from <see cref="TextNormalizer"/>.</summary>
    public static Token[] Tokenize(string normalized)
    {
        ReadOnlySpan<char> text = normalized;
        // A token is 4.3 characters with its space on average in the shared articles; the list grows where a text is denser.
        var tokens = new List<Token>(text.Length / 4 + 8);
        bool spaceBefore = true;
        for (int start = 0; start < text.Length;)
        {
            char unit = text[start];
            if (char.IsWhiteSpace(unit))
            {
                spaceBefore = true;
                start++;
                continue;
            }
            (int end, TokenKind kind) = Next(text, start);
            tokens.Add(new Token(start, end, TokenKey.Of(text[start..end]), kind, spaceBefore));
            spaceBefore = false;
            start = end;
        }
        return [.. tokens];
    }

    private static (int End, TokenKind Kind) Next(ReadOnlySpan<char> text, int start)
    {
        char unit = text[start];
        if (IsIdeograph(unit))
            return (start + 1, TokenKind.Ideograph);
        if (char.IsAsciiDigit(unit))
            return Number(text, start);
        if (IsWordUnit(unit))
            return (Initials(text, start) is var dotted && dotted > start ? dotted : WordEnd(text, start), TokenKind.Word);
        if (unit == '\'' && start + 1 < text.Length && text[start + 1] is 's' or 'S' && !(start + 2 < text.Length && IsWordUnit(text[start + 2]))
            && start > 0 && IsWordUnit(text[start - 1]))
        {
            return (start + 2, TokenKind.Possessive);
        }
        bool pair = char.IsHighSurrogate(unit) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]);
        return (start + (pair ? 2 : 1), TokenKind.Mark);
    }

    // Digits with , or . between digits are one number; digits that run into letters without a separator are a word (2a, 4D, 60m).
    private static (int End, TokenKind Kind) Number(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        bool separated = false;
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                end++;
            }
            else if (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                separated = true;
                end += 2;
            }
            else
            {
                break;
            }
        }
        if (!separated && end < text.Length && IsWordUnit(text[end]) && !IsIdeograph(text[end]))
            return (WordEnd(text, end), TokenKind.Word);
        return (end, TokenKind.Number);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && IsWordUnit(text[end]) && !IsIdeograph(text[end]))
            end++;
        return end;
    }

    // "U.S.", "U.K", "Ph.D.": single letters (or "Ph") with dots between. Returns start when there are fewer than two.
    private static int Initials(ReadOnlySpan<char> text, int start)
    {
        int end = start, letters = 0;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.')
        {
            end += 2;
            letters++;
        }
        bool lastLetter = letters > 0 && end < text.Length && char.IsLetter(text[end]) && !(end + 1 < text.Length && IsWordUnit(text[end + 1]));
        if (lastLetter)
        {
            end++;
            letters++;
        }
        else if (letters == 1 || end < text.Length && IsWordUnit(text[end]))
        {
            return start;
        }
        return letters >= 2 ? end : start;
    }

    private static bool IsWordUnit(char unit) =>
        unit < 128 ? char.IsAsciiLetterOrDigit(unit) : char.IsLetterOrDigit(unit) || char.GetUnicodeCategory(unit) == System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>Whether <paramref name="unit"/> is written without spaces between words: Han, Hiragana, Katakana.</summary>
    public static bool IsIdeograph(char unit) => unit is (>= '\u3400' and <= '\u9FFF') or (>= '\u3040' and <= '\u30FF') or (>= '\uF900' and <= '\uFAFF');
}
