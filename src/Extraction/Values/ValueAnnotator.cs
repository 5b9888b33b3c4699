using System.Collections.Immutable;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Finds amounts, dates, phases, rounds, shares and counts by hand-written scanners.</summary>
/// <remarks>
/// One walk over the tokens: a token that cannot start a value costs one table look-up. Where a value is found, the walk goes on after it, so
/// that values never overlap.
/// </remarks>
internal sealed class ValueAnnotator : IAnnotator
{
    private readonly ValueLexicon _words = new(EmbeddedData.Rules("values"));
    private readonly QualifierLexicon _qualifiers = new(EmbeddedData.Rules("qualifiers"));
    private readonly PhaseScanner _phases = new(EmbeddedData.Rules("phases"));

    public ValueAnnotator() => _phases.AddFirstWords(_words);

    public Layers Requires => Layers.Tokens;

    public Layers Provides => Layers.Values;

    public Document Annotate(Document document)
    {
        ValueText text = Anchored(document);
        var values = ImmutableArray.CreateBuilder<ValueMention>();
        int end = 0;
        for (int index = 0; index < text.Tokens.Length; index++)
        {
            if (text.Tokens[index].Start < end || Read(text, index) is not { } value)
                continue;
            // Qualifiers and day numbers before a month reach back; what was found first keeps its words.
            if (values.Count > 0 && value.Span.Start < values[^1].Span.End)
                value = value with { Span = new TextSpan(Math.Max(values[^1].Span.End, Math.Min(text.Tokens[index].Start, value.Span.End)), value.Span.End) };
            values.Add(value);
            end = value.Span.End;
        }
        return document with { Values = values.ToImmutable() };
    }

    private ValueText Anchored(Document document)
    {
        var plain = new ValueText(document.NormalizedText, document.Tokens, _words, _qualifiers);
        var dateline = DatelineReader.Find(plain, document.Sentences, document.Article.Published);
        return new ValueText(document.NormalizedText, document.Tokens, _words, _qualifiers)
        {
            Anchor = dateline?.Date ?? document.Article.Published,
            Dateline = dateline?.Span ?? default,
            Dollar = DollarContext.Currency(document.NormalizedText),
            Yuan = DollarContext.YuanOrYen(document.NormalizedText),
        };
    }

    private ValueMention? Read(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        return token.Kind switch
        {
            TokenKind.Number => ReadNumber(text, index),
            TokenKind.Mark => text.At(token.Start) is '$' or '€' or '£' or '¥' or '\uFFE5' or '₩' or '₹' ? MoneyScanner.Read(text, index) : null,
            TokenKind.Ideograph => ReadIdeograph(text, index),
            TokenKind.Word when char.IsAsciiDigit(text.At(token.Start)) => (ValueMention?)PeriodScanner.ReadShort(text, index) ?? ReadNumber(text, index),
            TokenKind.Word => ReadWord(text, index, token),
            _ => null,
        };
    }

    private ValueMention? ReadWord(ValueText text, int index, Token token)
    {
        ref readonly ValueWord word = ref text.Words[token.Key];
        switch (word.Class)
        {
            case ValueWordClass.Month:
                return DateScanner.ReadMonthFirst(text, index);
            case ValueWordClass.Ordinal:
                return (ValueMention?)PeriodScanner.ReadOrdinal(text, index) ?? QuantityScanner.ReadFraction(text, index);
            case ValueWordClass.Fraction:
                return (ValueMention?)MoneyScanner.Read(text, index) ?? QuantityScanner.ReadFraction(text, index) ?? QuantityScanner.Read(text, index);
            case ValueWordClass.Numeral or ValueWordClass.Tens:
                return ReadNumeral(text, index);
            case ValueWordClass.Vague or ValueWordClass.Several:
                return (ValueMention?)MoneyScanner.Read(text, index) ?? QuantityScanner.Read(text, index);
            case ValueWordClass.Currency:
                return MoneyScanner.Read(text, index);
            case ValueWordClass.Dollar when text.At(token.End) == '$' || token.Length == 1 && text.At(token.Start) is 'a' or 'A':
                return MoneyScanner.Read(text, index);
            case ValueWordClass.Weekday:
                return RelativeDateScanner.Weekday(text, index);
            case ValueWordClass.Relative:
                return RelativeDateScanner.Read(text, index);
            case ValueWordClass.Fiscal:
                return PeriodScanner.ReadFiscal(text, token.Start, token.End);
            case ValueWordClass.Phase or ValueWordClass.Stage:
                return _phases.Read(text, index);
            case ValueWordClass.Round:
                return (ValueMention?)RoundScanner.Read(text, index) ?? _phases.Read(text, index);
            case ValueWordClass.Article:
                return MoneyScanner.Read(text, index);
        }
        // A word that holds a value without being in the lexicon ends in a digit, perhaps with a letter after it: Q1, RMB450, Phase1b.
        return word.Class == ValueWordClass.None && token.Length > 1 && (char.IsAsciiDigit(text.At(token.End - 1)) || char.IsAsciiDigit(text.At(token.End - 2)))
            ? ReadByShape(text, index, token) : null;
    }

    private ValueMention? ReadByShape(ValueText text, int index, Token token)
    {
        char first = text.At(token.Start);
        if (first is 'Q' or 'H' or 'F' && PeriodScanner.ReadShort(text, index) is { } period)
            return period;
        return token.Length >= 4 && text.WordAt(token.Start, out _).Class == ValueWordClass.Currency ? MoneyScanner.Read(text, index) : _phases.Read(text, index);
    }

    private static ValueMention? ReadNumber(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        // "PD-1", "IL-2", "Q1-2": digits after a hyphen or slash that follows a letter belong to a name; "mid-2025" is a date.
        bool inName = !token.SpaceBefore && index > 0 && (text.At(token.Start - 1) is '-' or '/' or '_' or '.' && char.IsLetterOrDigit(text.At(token.Start - 2)) || char.IsLetter(text.At(token.Start - 1)) && !Tokenizer.IsIdeograph(text.At(token.Start - 1)));
        if (DateScanner.ReadDigits(text, index) is { } date)
            return date;
        if (inName)
            return null;
        if (Numeral.ReadDigits(text, token.Start) is { } number && RelativeDateScanner.Ago(text, index, number.Value) is { } ago)
            return ago;
        return (ValueMention?)MoneyScanner.Read(text, index) ?? QuantityScanner.Read(text, index);
    }

    private static ValueMention? ReadNumeral(ValueText text, int index)
    {
        if (RelativeDateScanner.Ago(text, index, text.WordOf(index).Number) is { } ago)
            return ago;
        bool fraction = text.WordOf(index + 1).Class is ValueWordClass.Fraction or ValueWordClass.Ordinal
            || text.TokenIs(index + 1, "-") && text.WordOf(index + 2).Class is ValueWordClass.Fraction or ValueWordClass.Ordinal;
        if (fraction)
            return QuantityScanner.ReadFraction(text, text.TokenIs(index + 1, "-") ? index + 2 : index + 1);
        return (ValueMention?)MoneyScanner.Read(text, index) ?? QuantityScanner.Read(text, index);
    }

    private ValueMention? ReadIdeograph(ValueText text, int index) => text.At(text.Tokens[index].Start) switch
    {
        '期' => PhaseScanner.ReadChinese(text, index),
        '轮' or '天' or '种' => ReadChineseRound(text, index),
        '今' or '去' or '明' or '昨' => RelativeDateScanner.ReadChinese(text, index),
        '数' or '几' or '近' => MoneyScanner.Read(text, index),
        '一' or '二' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' => MoneyScanner.Read(text, index) is { } money ? money : QuantityScanner.Read(text, index),
        '临' or '关' or '研' => _phases.Read(text, index),
        _ => null,
    };

    private static RoundMention? ReadChineseRound(ValueText text, int index)
    {
        int at = text.At(text.Tokens[index].Start) == '轮' ? index : index + 2;
        return at < text.Tokens.Length && text.TokenIs(at, "轮") ? RoundScanner.ReadChinese(text, at) : null;
    }
}
