using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Reads financing rounds: "Series B", "pre-Series A+", "C2 round", "seed financing", A+轮, 天使轮.</summary>
internal static class RoundScanner
{
    private static readonly ulong Series = TokenKey.Of("series"), Pre = TokenKey.Of("pre"), Seed = TokenKey.Of("seed"), Angel = TokenKey.Of("angel"), Round = TokenKey.Of("round");

    /// <summary>Reads the round that starts at token <paramref name="index"/>, or ends there with "round".</summary>
    public static RoundMention? Read(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        if (token.Key == Series)
            return ReadSeries(text, index, text.SkipSpaces(token.End), "Series ");
        if (token.Key == Pre)
            return ReadPre(text, index);
        if (token.Key == Round)
            return ReadLetterBefore(text, index);
        int next = text.TokenIs(index + 1, "+") ? index + 2 : index + 1;
        if (token.Key == Seed && !FollowedByMoneyWord(text, next))
            return null;
        if (token.Key == Angel && !FollowedByMoneyWord(text, next) && next == index + 1)
            return null;
        string name = token.Key == Seed ? "Seed" : "Angel";
        return new RoundMention(WithNoun(text, token.Start, text.Tokens[next - 1].End), next == index + 2 ? name + "+" : name);
    }

    /// <summary>Reads A轮, Pre-A+轮, B1轮, 天使轮, 种子轮 that end with 轮 at token <paramref name="index"/>.</summary>
    public static RoundMention? ReadChinese(ValueText text, int index)
    {
        int end = text.Tokens[index].Start;
        if (end >= 2 && text.At(end - 2) == '天' && text.At(end - 1) == '使')
            return new RoundMention(new TextSpan(end - 2, end + 1), "Angel");
        if (end >= 2 && text.At(end - 2) == '种' && text.At(end - 1) == '子')
            return new RoundMention(new TextSpan(end - 2, end + 1), "Seed");
        int start = end;
        while (start > 0 && end - start < 8 && (char.IsAsciiLetterOrDigit(text.At(start - 1)) || text.At(start - 1) is '+' or '-'))
            start--;
        bool pre = text.Has(start, "pre-");
        int letter = pre ? start + 4 : start;
        return ReadLetter(text, letter) is { } round && round.End == end ? new RoundMention(new TextSpan(start, end + 1), (pre ? "Pre-" : "Series ") + round.Name) : null;
    }

    // "Series B round": the noun belongs to the mention, and is not read again as one.
    private static TextSpan WithNoun(ValueText text, int start, int end)
    {
        int at = text.SkipSpaces(end);
        return new TextSpan(start, text.Has(at, "round") ? at + 5 : text.At(at) == '轮' ? at + 1 : end);
    }

    private static RoundMention? ReadSeries(ValueText text, int index, int letterAt, string prefix)
    {
        int start = text.Tokens[index].Start;
        if (prefix == "Series " && index >= 2 && text.TokenIs(index - 1, "-") && text.TokenIs(index - 2, "pre"))
            (start, prefix) = (text.Tokens[index - 2].Start, "Pre-");
        return ReadLetter(text, letterAt) is { } letter ? new RoundMention(WithNoun(text, start, letter.End), prefix + letter.Name) : null;
    }

    // "pre-A", "pre-A+ round", "pre-Series A", "pre-seed", "pre-IPO".
    private static RoundMention? ReadPre(ValueText text, int index)
    {
        int at = text.Tokens[index].End;
        if (text.At(at) is not ('-' or ' '))
            return null;
        at++;
        if (text.Has(at, "seed"))
            return new RoundMention(WithNoun(text, text.Tokens[index].Start, at + 4), "Pre-Seed");
        if (text.Has(at, "IPO"))
            return new RoundMention(WithNoun(text, text.Tokens[index].Start, at + 3), "Pre-IPO");
        if (text.Has(at, "series "))
            at = text.SkipSpaces(at + 7);
        else if (text.At(at - 1) != '-')
            return null;
        return ReadSeries(text, index, at, "Pre-");
    }

    // "A round", "B+ round", "D1 funding round", "round B".
    private static RoundMention? ReadLetterBefore(ValueText text, int index)
    {
        int last = index - 1;
        while (last >= 0 && (text.TokenIs(last, "financing") || text.TokenIs(last, "funding") || text.TokenIs(last, "-")))
            last--;
        int first = text.TokenIs(last, "+") ? last - 1 : last;
        if (first < 0)
            return null;
        Token token = text.Tokens[first];
        bool shaped = token.Length <= 2 && ReadLetter(text, token.Start) is { } read && read.End <= text.Tokens[last].End;
        // "A round of applause": a lone article needs a word of money.
        bool article = token.Length == 1 && text.At(token.Start) is 'A' && last == first && (first == 0 || text.TokenIs(index + 1, "of") && !text.TokenIs(index + 2, "financing"));
        if (!shaped || article || text.TokenIs(first - 1, "series"))
            return null;
        bool pre = text.TokenIs(first - 1, "-") && text.TokenIs(first - 2, "pre");
        int start = pre ? text.Tokens[first - 2].Start : token.Start;
        return new RoundMention(new TextSpan(start, text.Tokens[index].End), (pre ? "Pre-" : "Series ") + ReadLetter(text, token.Start)!.Value.Name);
    }

    // A letter from A to H with a plus or a digit: "B", "C+", "A1", "A-2", "B Plus".
    private static (string Name, int End)? ReadLetter(ValueText text, int position)
    {
        char letter = text.At(position);
        if (letter is not (>= 'A' and <= 'H') and not (>= 'a' and <= 'h') || char.IsLetter(text.At(position + 1)) && !Tokenizer.IsIdeograph(text.At(position + 1)))
            return null;
        string name = char.ToUpperInvariant(letter).ToString();
        int end = position + 1;
        if (text.At(end) == '+')
            return (name + "+", text.At(end + 1) == '+' ? end + 2 : end + 1);
        if (text.Has(text.SkipSpaces(end), "plus"))
            return (name + "+", text.SkipSpaces(end) + 4);
        int digit = text.At(end) == '-' ? end + 1 : end;
        if (char.IsAsciiDigit(text.At(digit)) && !char.IsLetterOrDigit(text.At(digit + 1)) || char.IsAsciiDigit(text.At(digit)) && Tokenizer.IsIdeograph(text.At(digit + 1)))
            return (name + text.At(digit), digit + 1);
        return char.IsLetterOrDigit(text.At(end)) && !Tokenizer.IsIdeograph(text.At(end)) ? null : (name, end);
    }

    private static bool FollowedByMoneyWord(ValueText text, int index)
    {
        if (text.TokenIs(index, "-"))
            index++;
        return text.TokenIs(index, "round") || text.TokenIs(index, "rounds") || text.TokenIs(index, "money") || text.TokenIs(index, "financing") || text.TokenIs(index, "funding") || text.TokenIs(index, "investment")
            || text.TokenIs(index, "capital") || text.TokenIs(index, "extension") || text.TokenIs(index, "stage");
    }
}
