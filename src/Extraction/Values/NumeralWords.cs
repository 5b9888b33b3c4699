namespace Extraction.Values;

/// <summary>Numbers in English words: "twenty-five", "two hundred million", "half a billion", "tens of millions".</summary>
internal static class NumeralWords
{
    // "two hundred and fifty thousand million": more words than this are no number.
    private const int MaximumWords = 8;

    /// <summary>Reads the number whose first word stands at <paramref name="position"/>.</summary>
    public static Numeral? Read(ValueText text, int position)
    {
        ValueWord first = text.WordAt(position, out int end);
        return first.Class switch
        {
            ValueWordClass.Numeral or ValueWordClass.Tens => ReadSum(text, position),
            ValueWordClass.Vague => ReadVague(text, first, end),
            ValueWordClass.Several => ReadSeveral(text, end),
            ValueWordClass.Fraction when first.Number is 2 or 4 => ReadPartOfMultiplier(text, 1m / first.Number, end),
            _ => text.Has(position, "a") || text.Has(position, "an") ? ReadOne(text, end) : null,
        };
    }

    private static Numeral? ReadSum(ValueText text, int position)
    {
        decimal total = 0, part = 0, scale = 1;
        int end = position, at = position;
        for (int count = 0; count < MaximumWords; count++)
        {
            ValueWord word = text.WordAt(at, out int wordEnd);
            if (word.Class is ValueWordClass.Numeral or ValueWordClass.Tens)
            {
                // A second small number starts something else: "three two-year studies".
                if (part % 10 != 0 || part % 100 != 0 && word.Number >= 10)
                    break;
                part += word.Number;
            }
            else if (word.Class == ValueWordClass.Multiplier && word.Number <= 1_000_000_000_000)
            {
                scale = word.Number >= 1000 ? word.Number : scale;
                part *= word.Number;
                if (word.Number >= 1000)
                    (total, part) = (total + part, 0);
            }
            else
            {
                break;
            }
            end = wordEnd;
            at = text.At(end) == '-' ? end + 1 : text.SkipSpaces(end);
            if (text.Has(at, "and") && part % 100 == 0 && part > 0)
                at = text.SkipSpaces(at + 3);
        }
        return total + part > 0 ? new Numeral(total + part, end, scale) : null;
    }

    // "tens of millions", "hundreds of thousands"; "dozens" and "hundreds" alone have no figure.
    private static Numeral? ReadVague(ValueText text, ValueWord word, int end)
    {
        int at = text.SkipSpaces(end);
        if (!text.Has(at, "of"))
            return null;
        at = text.SkipSpaces(at + 2);
        return PluralMultiplier(text, at, out int multiplierEnd) is { } multiplier
            ? new Numeral(word.Number * multiplier, multiplierEnd, multiplier, Vague: true) : null;
    }

    // "several hundred million", "several million".
    private static Numeral? ReadSeveral(ValueText text, int end)
    {
        decimal value = 1;
        bool any = false;
        for (ValueWord word = text.WordAt(text.SkipSpaces(end), out int next); word.Class == ValueWordClass.Multiplier; word = text.WordAt(text.SkipSpaces(end), out next))
        {
            any = true;
            value *= word.Number;
            end = next;
            if (value > 1_000_000_000_000_000)
                break;
        }
        return any ? new Numeral(value, end, value, Vague: true) : null;
    }

    // "half a billion", "a quarter of a million" (read from "quarter").
    private static Numeral? ReadPartOfMultiplier(ValueText text, decimal part, int end)
    {
        int at = text.SkipSpaces(end);
        if (text.Has(at, "of"))
            at = text.SkipSpaces(at + 2);
        if (!text.Has(at, "a"))
            return null;
        ValueWord word = text.WordAt(text.SkipSpaces(at + 1), out int wordEnd);
        return word.Class == ValueWordClass.Multiplier ? new Numeral(part * word.Number, wordEnd, word.Number) : null;
    }

    private static Numeral? ReadOne(ValueText text, int end)
    {
        int at = text.SkipSpaces(end);
        ValueWord word = text.WordAt(at, out int wordEnd);
        return word.Class switch
        {
            ValueWordClass.Multiplier => new Numeral(word.Number, wordEnd, word.Number),
            ValueWordClass.Fraction when word.Number is 2 or 4 => ReadPartOfMultiplier(text, 1m / word.Number, wordEnd),
            _ => null,
        };
    }

    private static long? PluralMultiplier(ValueText text, int position, out int end)
    {
        end = text.LettersEnd(position);
        int length = end - position;
        if (length < 2 || text.At(end - 1) != 's')
            return null;
        ValueWord word = text.Words[Tokens.TokenKey.Of(text.Text.AsSpan(position, length - 1))];
        return word.Class == ValueWordClass.Multiplier ? word.Number : null;
    }
}
