namespace Extraction.Tokens;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, perhaps with digits: <c>CAR</c>, <c>CT0596</c>, <c>U.S.</c>, <c>1b</c>.</summary>
    Word,

    /// <summary>Digits, perhaps with separators: <c>2034</c>, <c>1,164</c>, <c>2.5</c>.</summary>
    Number,

    /// <summary>A possessive ending: <c>'s</c>.</summary>
    Possessive,

    /// <summary>One Han, Hiragana or Katakana character.</summary>
    Ideograph,

    /// <summary>Any other single mark or symbol.</summary>
    Mark,
}

/// <summary>The smallest piece of text that names are built from.</summary>
/// <param name="Start">First UTF-16 code unit in the document's text.</param>
/// <param name="End">First UTF-16 code unit after the token.</param>
/// <param name="Key">64-bit hash of the normalised, case-folded form; equal forms have equal keys on every machine and run.</param>
/// <param name="Kind">What the token is made of.</param>
/// <param name="SpaceBefore">Whether white space, or the start of the text, stands before the token.</param>
public readonly record struct Token(int Start, int End, ulong Key, TokenKind Kind, bool SpaceBefore)
{
    /// <summary>Where the token stands.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>The number of UTF-16 code units.</summary>
    public int Length => End - Start;
}

/// <summary>A sentence, heading or list item: a run of tokens that never crosses a line of the text.</summary>
/// <param name="Span">From the first token's start to the last token's end.</param>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="EndToken">Index after the last token.</param>
/// <param name="Line">Zero-based line of the text; line 0 is the title.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Line);
