using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Reads amounts of money: "US$1.2bn", "nearly RMB 300 million ($42 million)", "$5 to $15 million", 4.5亿元.</summary>
internal static class MoneyScanner
{
    /// <summary>Reads the amount whose currency sign, currency word or number is token <paramref name="index"/>.</summary>
    public static MoneyMention? Read(ValueText text, int index)
    {
        if ((ReadAmount(text, text.Tokens[index].Start, "") ?? ReadLow(text, index)) is not { } amount)
            return null;
        int first = FirstToken(text, index, amount.Currency);
        (Qualifier qualifier, int firstToken) = text.Qualifiers.Before(text.Tokens, first);
        int end = amount.End;
        decimal? high = null;
        if (ReadHigh(text, amount, firstToken) is { } range)
        {
            (qualifier, high, end) = (Qualifier.Range, range.High, range.End);
            amount = amount with { Value = range.Low };
        }
        else if (amount.Vague && qualifier == Qualifier.Exact)
        {
            qualifier = Qualifier.Over;
        }
        else if (text.At(text.Tokens[index].Start) == '近')
        {
            qualifier = Qualifier.About;
        }
        (Qualifier after, end) = QuantityScanner.QualifierAfter(text, end);
        qualifier = qualifier is Qualifier.Exact or Qualifier.About && after != Qualifier.Exact ? after : qualifier;
        end = SkipConverted(text, end, amount.Currency);
        (bool perUnit, end) = ReadPerUnit(text, end);
        var span = new TextSpan(text.Tokens[firstToken].Start, end);
        return new MoneyMention(span, new Money(Plain(amount.Value), amount.Currency, qualifier, high is { } top ? Plain(top) : null), perUnit);
    }

    // 1.2 × 1,000,000,000 is 1200000000.0 to a decimal; dividing by a one of full scale drops the zeros that would show in the record.
    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000000m;

    private readonly record struct Amount(decimal Value, string Currency, int End, decimal Scale, bool Vague);

    // A currency and a number in either order. The outer currency is that of the first part of a range, whose second part may leave it out.
    private static Amount? ReadAmount(ValueText text, int position, string outer)
    {
        string currency = ReadCurrencyBefore(text, position, out int numberAt);
        NumeralContext context = currency.Length + outer.Length > 0 ? NumeralContext.Money : NumeralContext.Plain;
        if (numberAt != position && char.IsLetter(text.At(numberAt)) && !Tokenizer.IsIdeograph(text.At(numberAt)) && text.At(numberAt - 1) != ' ')
            return null;
        if (Numeral.Read(text, numberAt, context) is not { } number)
            return null;
        int end = number.End;
        decimal scale = number.Scale;
        decimal value = number.Value;
        if (ReadCurrencyAfter(text, number, currency) is { } after)
        {
            (currency, end) = (currency.Length > 0 ? currency : after.Currency, after.End);
            (value, scale) = (value * after.Scale, scale * after.Scale);
        }
        if (currency.Length == 0)
            currency = outer;
        bool glued = char.IsLetterOrDigit(text.At(end)) && end > 0 && char.IsAsciiDigit(text.At(end - 1)) && !Tokenizer.IsIdeograph(text.At(end));
        return currency.Length == 0 || glued ? null : new Amount(value, currency, end, scale, number.Vague);
    }

    // "5 to 15 million yuan", "between two and three million yuan": the currency stands with the second figure only.
    private static Amount? ReadLow(ValueText text, int index)
    {
        if (Numeral.Read(text, text.Tokens[index].Start, NumeralContext.Plain) is not { } low)
            return null;
        (_, int first) = text.Qualifiers.Before(text.Tokens, index);
        return QuantityScanner.RangeConnector(text, low.End, first) is { } at && ReadAmount(text, at, "") is { } high && high.Value > low.Value
            ? new Amount(low.Value, high.Currency, low.End, low.Scale, low.Vague) : null;
    }

    private static string ReadCurrencyBefore(ValueText text, int position, out int numberAt)
    {
        numberAt = position;
        string currency = Sign(text, text.At(position));
        if (currency.Length > 0)
        {
            position++;
            // "$US100 million".
            ValueWord letters = text.WordAt(position, out int lettersEnd);
            if (text.At(position - 1) == '$' && letters.Class == ValueWordClass.Dollar && char.IsAsciiDigit(text.At(lettersEnd)))
                (currency, position) = (letters.Text, lettersEnd);
            else if (text.At(position - 1) == '$' && DollarBefore(text, position - 1) is { } dollar)
                currency = dollar;
            numberAt = text.SkipSpaces(position);
            return currency;
        }
        ValueWord word = text.WordAt(position, out int end);
        if (word.Class == ValueWordClass.Dollar && text.At(end) == '$')
        {
            numberAt = text.SkipSpaces(end + 1);
            return word.Text;
        }
        if (word.Class != ValueWordClass.Currency)
            return "";
        if (text.At(end) is '.' or '$' or '¥')
            end++;
        numberAt = text.SkipSpaces(end);
        if (Sign(text, text.At(numberAt)).Length > 0)
            numberAt = text.SkipSpaces(numberAt + 1);
        return char.IsAsciiDigit(text.At(numberAt)) || text.At(numberAt) is '~' || numberAt > end ? word.Text : "";
    }

    // The letters glued before the sign: HK$, US$, S$; or "USD $5", "US $5".
    private static string? DollarBefore(ValueText text, int sign)
    {
        int end = sign;
        while (end > 0 && text.At(end - 1) == ' ' && sign - end < 1)
            end--;
        int start = end;
        while (start > 0 && (char.IsAsciiLetter(text.At(start - 1)) || text.At(start - 1) == '.'))
            start--;
        if (start == end || end - start > 4)
            return null;
        ValueWord word = text.Words[TokenKey.Of(text.Text.AsSpan(start, end - start))];
        bool glued = end == sign;
        return word.Class == ValueWordClass.Currency || word.Class == ValueWordClass.Dollar && (glued || end - start > 1) && char.IsUpper(text.At(start)) ? word.Text : null;
    }

    private static string Sign(ValueText text, char unit) => unit switch
    {
        '$' => text.Dollar,
        '€' => "EUR",
        '£' => "GBP",
        '¥' or '\uFFE5' => text.Yuan,
        '₩' => "KRW",
        '₹' => "INR",
        _ => "",
    };

    private static (string Currency, int End, long Scale)? ReadCurrencyAfter(ValueText text, Numeral number, string before)
    {
        if (ChineseCurrency(text, number.End) is { } chinese)
            return (chinese.Currency, chinese.End, 1);
        long scale = 1;
        int at = text.SkipSpaces(number.End);
        if (text.At(at) == '-')
            at++;
        if (number.Vague && text.Has(at, "of "))
            at = text.SkipSpaces(at + 3);
        // "450 m yuan", "25M USD": the currency that follows makes the letter a multiplier.
        ValueWord word = text.WordAt(at, out int end);
        if (!number.Multiplied && word.Class == ValueWordClass.Scale)
        {
            scale = word.Number;
            at = text.SkipSpaces(end);
            word = text.WordAt(at, out end);
        }
        if (Sign(text, text.At(at)) is { Length: > 0 } sign && before.Length == 0 && text.At(at) != '$' && at == number.End)
            return (sign, at + 1, scale);
        if (word.Class is ValueWordClass.Currency or ValueWordClass.Money && !(word.Text == "KRW" && !number.Multiplied))
            return char.IsDigit(text.At(end)) ? null : (word.Text, end, scale);
        return ReadNationDollars(text, at) is { } dollars ? (dollars.Currency, dollars.End, scale) : null;
    }

    // "U.S. dollars", "Hong Kong dollars", "Canadian dollars", "Swedish kronor" is read by its last word.
    private static (string Currency, int End)? ReadNationDollars(ValueText text, int at)
    {
        string currency = "";
        for (int words = 0; words < 3; words++)
        {
            int end = at;
            while (char.IsAsciiLetter(text.At(end)) || text.At(end) == '.')
                end++;
            if (end == at)
                return null;
            ValueWord word = text.Words[TokenKey.Of(text.Text.AsSpan(at, end - at))];
            if (word is { Class: ValueWordClass.Money, Text: "USD" } && currency.Length > 0)
                return (currency, end);
            if (word.Class is ValueWordClass.Nation or ValueWordClass.Dollar)
                currency = word.Text;
            at = text.SkipSpaces(end);
        }
        return null;
    }

    private static (string Currency, int End)? ChineseCurrency(ValueText text, int position)
    {
        char first = text.At(position);
        if (!Tokenizer.IsIdeograph(first))
            return null;
        string two = position + 2 <= text.Text.Length ? text.Text.Substring(position, 2) : "";
        return first == '元' ? ("CNY", position + 1) : two switch
        {
            "美元" => ("USD", position + 2),
            "港元" or "港币" => ("HKD", position + 2),
            "欧元" => ("EUR", position + 2),
            "日元" => ("JPY", position + 2),
            "英镑" => ("GBP", position + 2),
            "韩元" => ("KRW", position + 2),
            "人民" => ("CNY", text.At(position + 2) == '币' ? position + 3 : position + 2),
            _ => null,
        };
    }

    // The token that the amount starts with: the letters before a dollar sign, 人民币 before a number.
    private static int FirstToken(ValueText text, int index, string currency)
    {
        Token[] tokens = text.Tokens;
        if (index > 0 && text.At(tokens[index].Start) == '$' && DollarBefore(text, tokens[index].Start) is not null)
            return index - 1;
        bool chinese = currency == "CNY" && index >= 3 && text.At(tokens[index - 1].Start) == '币' && text.At(tokens[index - 2].Start) == '民';
        return chinese ? index - 3 : index;
    }

    private static (decimal Low, decimal High, int End)? ReadHigh(ValueText text, Amount low, int firstToken)
    {
        if (QuantityScanner.RangeConnector(text, low.End, firstToken) is not { } at || ReadAmount(text, at, low.Currency) is not { } high)
            return null;
        decimal bottom = low.Value;
        if (low.Scale == 1 && high.Scale > 1 && bottom < 10_000 && high.Value > bottom)
            bottom *= high.Scale;
        return high.Currency == low.Currency && high.Value > bottom && high.Value < bottom * 1000 ? (bottom, high.Value, high.End) : null;
    }

    // "RMB 450 million ($67 million)", "(about US$67m)", "(or €60 million)": the same amount in another currency.
    private static int SkipConverted(ValueText text, int end, string currency)
    {
        int open = text.SkipSpaces(end);
        if (text.At(open) != '(')
            return end;
        int at = open + 1;
        for (int words = 0; words < 5; words++)
        {
            at = text.SkipSpaces(at);
            if (ReadAmount(text, at, "") is { } converted)
            {
                int close = text.SkipSpaces(converted.End);
                return converted.Currency != currency && text.At(close) == ')' ? close + 1 : end;
            }
            int wordEnd = text.LettersEnd(at);
            if (wordEnd == at && text.At(at) is not ('~' or '.' or '≈' or '='))
                return end;
            at = Math.Max(wordEnd, at + 1);
        }
        return end;
    }

    private static (bool PerUnit, int End) ReadPerUnit(ValueText text, int end)
    {
        int at = text.SkipSpaces(end);
        if (text.At(at) == '/')
            at++;
        else if (text.Has(at, "per"))
            at = text.SkipSpaces(at + 3);
        else if (text.Has(at, "a ") || text.Has(at, "an "))
            at = text.SkipSpaces(at + 2);
        else
            return text.WordAt(at, out int single) is { Class: ValueWordClass.Unit } && text.Has(at, "apiece") ? (true, single) : (false, end);
        // "per share", "per common share", "per American depositary share".
        for (int words = 0; words < 3; words++)
        {
            ValueWord word = text.WordAt(at, out int wordEnd);
            if (word.Class == ValueWordClass.Unit)
                return (true, wordEnd);
            if (wordEnd == at)
                break;
            at = text.SkipSpaces(wordEnd);
        }
        return (false, end);
    }
}
