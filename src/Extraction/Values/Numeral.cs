using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>A number as the text writes it.</summary>
/// <param name="Value">With multipliers applied.</param>
/// <param name="End">The first code unit after it.</param>
/// <param name="Scale">The multiplier ("million", "bn", 亿) that stands with it, 1 when none does.</param>
/// <param name="Vague">Whether it names an order of magnitude only ("tens of millions"): <paramref name="Value"/> is the least it can be.</param>
internal readonly record struct Numeral(decimal Value, int End, decimal Scale = 1, bool Vague = false)
{
    /// <summary>Whether a multiplier stands with it.</summary>
    public bool Multiplied => Scale > 1;

    // 15 digits and the largest multiplier stay far below the largest decimal.
    private const int MaximumDigits = 15;

    /// <summary>Reads the number whose first digit or word stands at <paramref name="position"/>.</summary>
    /// <param name="text">The article.</param>
    /// <param name="position">Where it starts.</param>
    /// <param name="context">Whether a currency makes lone letters multipliers: "$5 m" is money, "5 m" a length.</param>
    public static Numeral? Read(ValueText text, int position, NumeralContext context)
    {
        char first = text.At(position);
        if (char.IsAsciiDigit(first))
            return ReadDigits(text, position) is { } digits ? Multiply(text, digits, context) : null;
        if (Tokenizer.IsIdeograph(first))
            return ChineseNumeral.Read(text, position);
        return char.IsLetter(first) ? NumeralWords.Read(text, position) : null;
    }

    /// <summary>Digits with thousands separators and a decimal point, without multiplier.</summary>
    public static Numeral? ReadDigits(ValueText text, int position)
    {
        decimal value = 0, unit = 1;
        int digits = 0, at = position;
        bool fraction = false;
        for (; ; at++)
        {
            char next = text.At(at);
            if (char.IsAsciiDigit(next))
            {
                if (++digits > MaximumDigits)
                    return null;
                value = value * 10 + (next - '0');
                unit = fraction ? unit * 10 : unit;
            }
            else if (next == '.' && !fraction && char.IsAsciiDigit(text.At(at + 1)))
            {
                fraction = true;
            }
            else if (!(next == ',' && !fraction && IsThousandsGroup(text, at + 1)))
            {
                break;
            }
        }
        return digits == 0 ? null : new Numeral(value / unit, at);
    }

    private static bool IsThousandsGroup(ValueText text, int position) =>
        char.IsAsciiDigit(text.At(position)) && char.IsAsciiDigit(text.At(position + 1)) && char.IsAsciiDigit(text.At(position + 2)) && !char.IsAsciiDigit(text.At(position + 3));

    private static Numeral? Multiply(ValueText text, Numeral digits, NumeralContext context)
    {
        int end = digits.End;
        char next = text.At(end);
        if (Tokenizer.IsIdeograph(next))
            return ChineseNumeral.Multiply(text, digits);
        bool glued = char.IsLetter(next);
        int start = glued ? end : text.SkipSpaces(end);
        if (!glued && text.At(start) == '-')
            start++;
        ValueWord word = text.WordAt(start, out int wordEnd);
        if (word.Class == ValueWordClass.None && (glued || context == NumeralContext.Money) && GluedMultiplier(text, start) is { } split)
            (word, wordEnd) = split;
        bool scale = word.Class == ValueWordClass.Scale && (glued || context == NumeralContext.Money) && !char.IsDigit(text.At(wordEnd));
        if (word.Class == ValueWordClass.Multiplier || scale)
        {
            decimal value = digits.Value * word.Number;
            // "100 thousand million" does not occur, "2 hundred thousand" does.
            ValueWord second = text.WordAt(text.SkipSpaces(wordEnd), out int secondEnd);
            return second.Class == ValueWordClass.Multiplier && second.Number > word.Number && word.Number <= 1000
                ? new Numeral(value * second.Number, secondEnd, word.Number * second.Number) : new Numeral(value, wordEnd, word.Number);
        }
        return digits;
    }

    // Lost spaces: "$18 billionin funding", "60millionto".
    private static (ValueWord Word, int End)? GluedMultiplier(ValueText text, int start)
    {
        foreach (int length in (ReadOnlySpan<int>)[7, 8])
        {
            if (start + length > text.Text.Length)
                continue;
            ValueWord word = text.Words[TokenKey.Of(text.Text.AsSpan(start, length))];
            if (word is { Class: ValueWordClass.Multiplier, Number: >= 1_000_000 })
                return (word, start + length);
        }
        return null;
    }
}

/// <summary>What a number is read as.</summary>
internal enum NumeralContext
{
    /// <summary>Nothing is known of it.</summary>
    Plain,

    /// <summary>A currency stands before it.</summary>
    Money,
}
