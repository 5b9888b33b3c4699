using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Reads shares in percent and counts: "about 12%", "one in five", "8 patients", "more than 2,000 clinical trials".</summary>
internal static class QuantityScanner
{
    // "hematopoietic stem cell transplantation patients": a noun counted stands at most so many words after its number.
    private const int MaximumUnitWords = 4;

    /// <summary>Reads the share or count whose number is token <paramref name="index"/>.</summary>
    public static ValueMention? Read(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        if (ReadRatio(text, index) is { } ratio)
            return ratio;
        if (Numeral.Read(text, token.Start, NumeralContext.Plain) is not { } number)
            return null;
        (Qualifier qualifier, int first) = text.Qualifiers.Before(text.Tokens, index);
        decimal? high = null;
        int end = number.End;
        if (RangeConnector(text, end, first) is { } at && Numeral.Read(text, at, NumeralContext.Plain) is { } second && second.Value > number.Value)
        {
            high = second.Value;
            number = !number.Multiplied && second.Multiplied && number.Value < 10_000
                ? number with { Value = number.Value * second.Scale } : number;
            end = second.End;
            qualifier = Qualifier.Range;
        }
        int start = text.Tokens[first].Start;
        if (PercentEnd(text, end, high is null ? -1 : number.End) is { } percentEnd)
        {
            int sign = Sign(text, index);
            return new PercentMention(new TextSpan(sign < 0 && first == index ? start - 1 : start, percentEnd), sign * number.Value, qualifier) { High = high };
        }
        return ReadCount(text, new Figure(number, qualifier, high, start, end), token.Kind);
    }

    /// <summary>Reads a fraction that starts with a fraction word: "half of", "a third of", "a quarter of the".</summary>
    public static PercentMention? ReadFraction(ValueText text, int index)
    {
        ValueWord word = text.WordOf(index);
        ValueWord before = text.WordOf(index - 1);
        bool hyphen = index >= 2 && text.TokenIs(index - 1, "-");
        decimal numerator = 1;
        int first = index;
        if (hyphen && text.WordOf(index - 2).Class == ValueWordClass.Numeral)
            (numerator, first) = (text.WordOf(index - 2).Number, index - 2);
        else if (before.Class == ValueWordClass.Numeral)
            (numerator, first) = (before.Number, index - 1);
        else if (index > 0 && (text.TokenIs(index - 1, "a") || text.TokenIs(index - 1, "an")))
            first = index - 1;
        else if (word.Class != ValueWordClass.Fraction || word.Number != 2)
            return null;
        decimal denominator = word.Class == ValueWordClass.Ordinal ? 3 : word.Number;
        if (numerator >= denominator || !FollowedByWhole(text, index, first))
            return null;
        (Qualifier qualifier, int start) = text.Qualifiers.Before(text.Tokens, first);
        return new PercentMention(new TextSpan(text.Tokens[start].Start, text.Tokens[index].End), Math.Round(100 * numerator / denominator, 1), qualifier);
    }

    /// <summary>Reads what follows a figure and says how exactly it is meant: "or more", "+", "-plus".</summary>
    public static (Qualifier Qualifier, int End) QualifierAfter(ValueText text, int end)
    {
        if (text.At(end) == '+')
            return (Qualifier.Over, end + 1);
        int at = text.SkipSpaces(end);
        if (text.Has(at, "or more"))
            return (Qualifier.Over, at + 7);
        if (text.Has(at, "and counting"))
            return (Qualifier.Over, at + 12);
        if (text.Has(at, "or less"))
            return (Qualifier.UpTo, at + 7);
        if (text.Has(at, "-plus") || text.Has(at, "plus "))
            return text.At(at) == '-' ? (Qualifier.Over, at + 5) : (Qualifier.Exact, end);
        return (Qualifier.Exact, end);
    }

    /// <summary>Where the second figure of a range starts: after "-", "to", or "and" when "between" stands before the first.</summary>
    public static int? RangeConnector(ValueText text, int end, int firstToken)
    {
        int at = text.SkipSpaces(end);
        if (text.At(at) is '-' or '~' or '至' or '到')
            at = text.SkipSpaces(at + 1);
        else if (text.Has(at, "to "))
            at = text.SkipSpaces(at + 3);
        else if (text.Has(at, "and ") && text.TokenIs(firstToken - 1, "between"))
            at = text.SkipSpaces(at + 4);
        else
            return null;
        return char.IsAsciiDigit(text.At(at)) || !char.IsWhiteSpace(text.At(at)) && !char.IsLetter(text.At(at)) || text.At(at) != '\n' && text.At(at - 1) == ' ' ? at : null;
    }

    private readonly record struct Figure(Numeral Number, Qualifier Qualifier, decimal? High, int Start, int End);

    private static int Sign(ValueText text, int index) =>
        index > 0 && text.TokenIs(index - 1, "-") && !text.Tokens[index].SpaceBefore && text.Tokens[index - 1].SpaceBefore ? -1 : 1;

    private static int? PercentEnd(ValueText text, int end, int firstEnd)
    {
        // "20%-40%": the first figure's sign stands inside the range.
        if (text.At(end) == '%')
            return end + 1;
        int at = text.SkipSpaces(end);
        if (text.At(at) == '%')
            return at + 1;
        if (text.At(at) == '-')
            at++;
        if (text.Has(at, "percent") && firstEnd != end)
            return at + 7;
        if (text.Has(at, "per cent"))
            return at + 8;
        return text.Has(at, "pct") ? at + 3 : null;
    }

    // "one in five", "one out of three", "up to one in 10", "eight out of 10".
    private static PercentMention? ReadRatio(ValueText text, int index)
    {
        Token[] tokens = text.Tokens;
        int at = index + 1;
        if (text.TokenIs(at, "in"))
            at++;
        else if (text.TokenIs(at, "out") && text.TokenIs(at + 1, "of"))
            at += 2;
        else
            return null;
        if (at >= tokens.Length || Small(text, index) is not { } part || Small(text, at) is not { } whole || part < 1 || part >= whole || part > 1 && (whole > 100 || !text.TokenIs(index + 1, "out")))
            return null;
        if (part == 1 && char.IsAsciiDigit(text.At(tokens[index].Start)) && text.TokenIs(index + 1, "in") && whole > 1000 && whole < 2100)
            return null;
        (Qualifier qualifier, int first) = text.Qualifiers.Before(tokens, index);
        int digits = 100 * part / whole < 1 ? 3 : 1;
        return new PercentMention(new TextSpan(tokens[first].Start, tokens[at].End), Math.Round(100 * part / whole, digits), qualifier);
    }

    private static decimal? Small(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        if (token.Kind == TokenKind.Number)
            return Numeral.ReadDigits(text, token.Start)?.Value;
        ValueWord word = text.WordOf(index);
        return word.Class is ValueWordClass.Numeral or ValueWordClass.Tens ? word.Number : null;
    }

    // A fraction is a share only when a whole follows ("half of", "half the", "half a dozen" not) or it stands at the end after "by".
    private static bool FollowedByWhole(ValueText text, int index, int first)
    {
        if (text.TokenIs(index + 1, "of"))
            return !text.TokenIs(index + 2, "a") && !text.TokenIs(index + 2, "20") && !FollowedByYear(text, index + 2);
        if (text.TokenIs(index + 1, "-"))
            return false;
        // "make up a third." is a share, "a third product" is not.
        if (first < index && (text.TokenIs(index + 1, ".") || text.TokenIs(index + 1, ",")) && !text.TokenIs(first - 1, "for"))
            return true;
        return text.WordOf(index).Number == 2 && text.WordOf(index).Class == ValueWordClass.Fraction
            && (text.TokenIs(index + 1, "the") || text.TokenIs(first - 1, "by")) && !text.TokenIs(first - 1, "first") && !text.TokenIs(first - 1, "second");
    }

    private static bool FollowedByYear(ValueText text, int index) =>
        index < text.Tokens.Length && text.Tokens[index].Kind == TokenKind.Number && text.Tokens[index].Length == 4;

    private static CountMention? ReadCount(ValueText text, Figure figure, TokenKind kind)
    {
        char next = text.At(figure.End);
        if (Tokenizer.IsIdeograph(next))
            return ChineseUnitLength(text, figure.End) is var length and > 0
                ? new CountMention(new TextSpan(figure.Start, figure.End), figure.Number.Value, figure.Qualifier, new TextSpan(figure.End, figure.End + length)) { High = figure.High } : null;
        bool glued = char.IsLetterOrDigit(next) || next == '/' && char.IsLetterOrDigit(text.At(figure.End + 1)) || next is '\'' or '_';
        if (glued || kind == TokenKind.Ideograph)
            return null;
        (Qualifier after, int end) = QualifierAfter(text, figure.End);
        Qualifier qualifier = figure.Number.Vague ? Qualifier.Over : after != Qualifier.Exact && figure.Qualifier is Qualifier.Exact or Qualifier.About ? after : figure.Qualifier;
        TextSpan unit = ReadUnit(text, end);
        // "one" alone is a pronoun more often than a number.
        bool pronoun = kind == TokenKind.Word && figure.Number.Value == 1 && figure.Number.End - figure.Start == 3;
        if (pronoun && (unit.Length == 0 || text.Words[LastKey(text, unit)].Class != ValueWordClass.Noun))
            return null;
        return new CountMention(new TextSpan(figure.Start, end), figure.Number.Value, qualifier, unit) { High = figure.High };
    }

    // The words from the number on up to the first noun that is counted; without a known one, all of them up to a mark or function word.
    private static TextSpan ReadUnit(ValueText text, int position)
    {
        int at = text.SkipSpaces(position);
        if (text.At(at) == '-' && at == position)
            at++;
        int start = at, end = at;
        for (int words = 0; words < MaximumUnitWords; words++)
        {
            int wordEnd = at;
            while (char.IsLetterOrDigit(text.At(wordEnd)) || text.At(wordEnd) is '-' or '/' && char.IsLetterOrDigit(text.At(wordEnd + 1)))
                wordEnd++;
            if (wordEnd == at || !char.IsLetter(text.At(at)) || Tokenizer.IsIdeograph(text.At(at)))
                break;
            ValueWord word = text.Words[TokenKey.Of(text.Text.AsSpan(at, wordEnd - at))];
            if (word.Class is ValueWordClass.Function or ValueWordClass.Future or ValueWordClass.Month or ValueWordClass.Relative or ValueWordClass.Article)
                break;
            end = wordEnd;
            if (word.Class is ValueWordClass.Noun or ValueWordClass.Unit)
                break;
            at = text.SkipSpaces(wordEnd);
        }
        return new TextSpan(start, end);
    }

    private static ulong LastKey(ValueText text, TextSpan unit)
    {
        int start = text.Text.AsSpan(unit.Start, unit.Length).LastIndexOf(' ');
        return TokenKey.Of(text.Text.AsSpan(unit.Start + start + 1, unit.Length - start - 1));
    }

    private static int ChineseUnitLength(ValueText text, int position) => text.At(position) switch
    {
        '例' or '名' or '项' or '家' or '款' or '种' or '人' or '位' => text.At(position + 1) is '患' or '受' or '临' && Tokenizer.IsIdeograph(text.At(position + 2)) ? 3 : 1,
        '个' => Tokenizer.IsIdeograph(text.At(position + 1)) ? 2 : 1,
        _ => 0,
    };
}
