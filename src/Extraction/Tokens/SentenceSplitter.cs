using System.Collections.Frozen;
using Extraction.Seeds;

namespace Extraction.Tokens;

/// <summary>Groups tokens into sentences.</summary>
/// <remarks>A line break always ends a sentence. A full stop does not when it belongs to an abbreviation of <c>seeds/rules/abbreviations.tsv</c>.</remarks>
public sealed class SentenceSplitter
{
    // Abbreviations that never end a sentence ("Dr."), and those that may ("Inc.", "U.S."): there the next word decides.
    private readonly FrozenSet<string> _inside;
    private readonly FrozenSet<string> _either;

    /// <summary>Reads the abbreviations; columns <c>form</c> and <c>ends</c> (<c>never</c> or <c>maybe</c>).</summary>
    /// <exception cref="SeedException">A row is not of that form.</exception>
    public SentenceSplitter(SeedTable abbreviations)
    {
        abbreviations.RequireColumns("form", "ends");
        _inside = Forms(abbreviations, "never");
        _either = Forms(abbreviations, "maybe");
    }

    /// <summary>The sentences that <paramref name="tokens"/> of <paramref name="normalized"/> form; every token lies in exactly one.</summary>
    public Sentence[] Split(string normalized, ReadOnlySpan<Token> tokens)
    {
        var sentences = new List<Sentence>(tokens.Length / 16 + 4);
        int first = 0, line = 0, firstLine = 0, previousEnd = 0;
        for (int index = 0; index < tokens.Length; index++)
        {
            Token token = tokens[index];
            int breaks = normalized.AsSpan(previousEnd, token.Start - previousEnd).Count('\n');
            if (breaks > 0 && index > first)
                Close(tokens, index);
            line += breaks;
            if (index == first)
                firstLine = line;
            previousEnd = token.End;
            if (EndsSentence(normalized, tokens, index, first))
            {
                index = IncludeClosers(normalized, tokens, index);
                previousEnd = tokens[index].End;
                Close(tokens, index + 1);
            }
        }
        if (first < tokens.Length)
            Close(tokens, tokens.Length);
        return [.. sentences];

        void Close(ReadOnlySpan<Token> all, int end)
        {
            sentences.Add(new Sentence(new TextSpan(all[first].Start, all[end - 1].End), first, end, firstLine));
            first = end;
        }
    }

    private bool EndsSentence(string text, ReadOnlySpan<Token> tokens, int index, int first)
    {
        Token token = tokens[index];
        char last = text[token.End - 1];
        if (last is '!' or '?' or '\u3002' or '\uFF01' or '\uFF1F')
            return true;
        if (last != '.')
            return false;
        if (index + 1 >= tokens.Length)
            return true;
        Token next = tokens[index + 1];
        if (!next.SpaceBefore && !(text[next.Start] is '"' or '\'' or ')' or ']'))
            return false;
        Token following = text[next.Start] is '"' or '\'' or ')' or ']' or '(' && index + 2 < tokens.Length ? tokens[index + 2] : next;
        if (!StartsSentence(text[following.Start]))
            return false;
        ReadOnlySpan<char> before = token.Length > 1 ? text.AsSpan(token.Start, token.Length)
            : index > first && !token.SpaceBefore ? text.AsSpan(tokens[index - 1].Start, token.End - tokens[index - 1].Start) : [];
        if (_inside.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before))
            return false;
        bool initial = before.Length == 2 && char.IsUpper(before[0]);
        if (initial || _either.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before))
            return BeginsWithFunctionWord(text.AsSpan(following.Start, following.Length)) && !initial;
        return true;
    }

    // The quotation mark or bracket that closes the sentence belongs to it.
    private static int IncludeClosers(string text, ReadOnlySpan<Token> tokens, int index)
    {
        while (index + 1 < tokens.Length && !tokens[index + 1].SpaceBefore && text[tokens[index + 1].Start] is '"' or '\'' or ')' or ']')
            index++;
        return index;
    }

    private static bool StartsSentence(char unit) => char.IsUpper(unit) || char.IsDigit(unit) || unit is '"' or '\'' or '(' or '[' || unit > '\u2E80';

    // After "Inc." or "U.S." a capital may open a sentence or go on with a name: only words that do not stand inside names decide for the former.
    private static bool BeginsWithFunctionWord(ReadOnlySpan<char> word) => word is
        "The" or "A" or "An" or "In" or "It" or "Its" or "This" or "These" or "That" or "We" or "He" or "She" or "They" or "However" or "But" or "And"
        or "On" or "At" or "As" or "For" or "With" or "After" or "Under" or "By" or "If" or "While" or "When" or "There" or "Our" or "To";

    private static FrozenSet<string> Forms(SeedTable table, string ends) =>
        table.Rows.Where(row => row["ends"] == ends).Select(row => row["form"]).ToFrozenSet(StringComparer.Ordinal);
}
