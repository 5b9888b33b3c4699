namespace Extraction.Values;

/// <summary>Numbers with Chinese digits and multipliers: 4.5亿, 3000万, 十二, 数千万.</summary>
internal static class ChineseNumeral
{
    /// <summary>Applies the multipliers that stand right after <paramref name="digits"/>.</summary>
    public static Numeral Multiply(ValueText text, Numeral digits)
    {
        decimal value = digits.Value;
        int end = digits.End;
        while (Multiplier(text.At(end)) is { } multiplier && end - digits.End < 4)
        {
            value *= multiplier;
            end++;
        }
        return end == digits.End || digits.Value == 0 ? digits : new Numeral(value, end, value / digits.Value);
    }

    /// <summary>Reads the number that starts with a Chinese digit, with 数 or 近 (several, nearly) or with a multiplier.</summary>
    public static Numeral? Read(ValueText text, int position)
    {
        if (text.At(position) is '数' or '几')
            return Multiplier(text.At(position + 1)) is null ? null : Multiply(text, new Numeral(1, position + 1)) with { Vague = true };
        // 近亿元: nearly one hundred million.
        if (text.At(position) == '近' && text.At(position + 1) is '亿' or '千' or '百')
            return Multiply(text, new Numeral(1, position + 1));
        decimal total = 0, part = 0;
        int end = position;
        for (; Digit(text.At(end)) is not null || Multiplier(text.At(end)) is not null; end++)
        {
            if (end - position > 12)
                return null;
            if (Digit(text.At(end)) is { } digit)
                part += digit;
            else if (Multiplier(text.At(end)) is { } multiplier and >= 10_000)
                (total, part) = ((total + (part == 0 ? 1 : part)) * multiplier, 0);
            else
                (total, part) = (total + (part == 0 ? 1 : part) * Multiplier(text.At(end))!.Value, 0);
        }
        return end == position || total + part == 0 ? null : new Numeral(total + part, end, total >= 100_000_000 ? 100_000_000 : total >= 10_000 ? 10_000 : 1);
    }

    private static int? Digit(char unit) => unit switch
    {
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => null,
    };

    private static long? Multiplier(char unit) => unit switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => null,
    };
}
