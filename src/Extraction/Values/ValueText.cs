using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>An article as the value scanners read it: the plain text, its tokens, and what figures in it are relative to.</summary>
internal sealed class ValueText(string text, Token[] tokens, ValueLexicon words, QualifierLexicon qualifiers)
{
    /// <summary>The normalised text.</summary>
    public string Text { get; } = text;

    public Token[] Tokens { get; } = tokens;

    public ValueLexicon Words { get; } = words;

    public QualifierLexicon Qualifiers { get; } = qualifiers;

    /// <summary>The day, or at least the year, that "today" and "last year" are counted from; null when unknown.</summary>
    public PartialDate? Anchor { get; init; }

    /// <summary>Where the dateline's date stands; empty when there is none.</summary>
    public TextSpan Dateline { get; init; }

    /// <summary>The currency of a bare dollar sign.</summary>
    public string Dollar { get; init; } = "USD";

    /// <summary>The currency of the sign that yuan and yen share.</summary>
    public string Yuan { get; init; } = "CNY";

    /// <summary>The character at <paramref name="position"/>, or a line break outside the text.</summary>
    public char At(int position) => (uint)position < (uint)Text.Length ? Text[position] : '\n';

    /// <summary>The first position from <paramref name="position"/> on that is not a space; never crosses a line.</summary>
    public int SkipSpaces(int position)
    {
        while (At(position) is ' ' or '\t')
            position++;
        return position;
    }

    /// <summary>The end of the run of letters at <paramref name="position"/>.</summary>
    public int LettersEnd(int position)
    {
        while (char.IsLetter(At(position)) && !Tokenizer.IsIdeograph(At(position)))
            position++;
        return position;
    }

    /// <summary>What the run of letters from <paramref name="position"/> means.</summary>
    public ValueWord WordAt(int position, out int end)
    {
        end = LettersEnd(position);
        return end == position ? default : Words[TokenKey.Of(Text.AsSpan(position, end - position))];
    }

    /// <summary>Whether <paramref name="word"/> (lower case) stands whole at <paramref name="position"/>.</summary>
    public bool Has(int position, string word)
    {
        int end = position + word.Length;
        return end <= Text.Length && Text.AsSpan(position, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            && (!char.IsLetterOrDigit(At(end)) || !char.IsAsciiLetterOrDigit(word[^1]));
    }

    /// <summary>The index of the first token that starts at or after <paramref name="position"/>, looking on from token <paramref name="from"/>.</summary>
    public int TokenFrom(int position, int from)
    {
        while (from < Tokens.Length && Tokens[from].Start < position)
            from++;
        return from;
    }

    /// <summary>The word that token <paramref name="index"/> is, or one without meaning outside the text.</summary>
    public ValueWord WordOf(int index) => (uint)index < (uint)Tokens.Length ? Words[Tokens[index].Key] : default;

    /// <summary>Whether token <paramref name="index"/> reads <paramref name="word"/> (lower case).</summary>
    public bool TokenIs(int index, string word) =>
        (uint)index < (uint)Tokens.Length && Tokens[index].Span.Of(Text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
