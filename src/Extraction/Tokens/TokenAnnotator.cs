namespace Extraction.Tokens;

/// <summary>Adds the plain view of the text, its tokens and its sentences.</summary>
internal sealed class TokenAnnotator(SentenceSplitter splitter) : IAnnotator
{
    public Layers Requires => Layers.None;

    public Layers Provides => Layers.Tokens;

    public Document Annotate(Document document)
    {
        string normalized = TextNormalizer.Normalize(document.Text);
        Token[] tokens = Tokenizer.Tokenize(normalized);
        return document with { NormalizedText = normalized, Tokens = tokens, Sentences = splitter.Split(normalized, tokens) };
    }
}
