namespace Extraction.Gazetteers;

/// <summary>A name of a lexicon in a document.</summary>
/// <param name="FirstToken">Index into <see cref="Document.Tokens"/> of the first token.</param>
/// <param name="EndToken">Index after the last token.</param>
/// <param name="Entry">Index of the <see cref="GazetteerEntry"/>.</param>
/// <param name="Lexicon">The lexicon of that entry.</param>
/// <param name="Traits">What is known about the form that matched.</param>
public readonly record struct GazetteerMatch(int FirstToken, int EndToken, int Entry, Lexicon Lexicon, MatchTraits Traits)
{
    /// <summary>The stretch of text from the first token's start to the last token's end.</summary>
    public TextSpan Span(Document document) => new(document.Tokens[FirstToken].Start, document.Tokens[EndToken - 1].End);
}

/// <summary>What is known about a form that matched.</summary>
[Flags]
public enum MatchTraits : byte
{
    /// <summary>The canonical name, and it means nothing else.</summary>
    None = 0,

    /// <summary>Another name than the canonical one.</summary>
    Alias = 1,

    /// <summary>The form has other common readings: an ordinary word, an abbreviation of many things. Needs support from the context.</summary>
    Ambiguous = 2,
}
