using Extraction.Entities.Features;
using Extraction.Gazetteers;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Training.Entities;

/// <summary>Turns records into what the sequence model sees. One instance serves one thread.</summary>
internal sealed class ArticleEncoder(WordKnowledge knowledge, Gazetteer gazetteer)
{
    private static readonly TokenAnnotator Tokens = new(new SentenceSplitter(EmbeddedData.Rules("abbreviations")));
    private readonly Dictionary<ulong, WordForm> _forms = [];
    private readonly List<GazetteerMatch> _matches = [];

    /// <summary>The article with its tokens.</summary>
    public static Document Read(Article article) => Tokens.Annotate(new Document { Article = article });

    /// <summary>What the templates see of a document with tokens.</summary>
    public TokenContext Encode(Document document)
    {
        var forms = new WordForm[document.Tokens.Length];
        for (int index = 0; index < forms.Length; index++)
            forms[index] = FindForm(document.Tokens[index].Span.Of(document.NormalizedText));
        gazetteer.FindAll(document, _matches);
        return new TokenContext(document, forms, NameHits.Read(forms.Length, _matches));
    }

    private WordForm FindForm(ReadOnlySpan<char> text)
    {
        ulong exact = WordForm.HashExact(text);
        if (!_forms.TryGetValue(exact, out WordForm? form))
            _forms.Add(exact, form = WordForm.Read(text, knowledge));
        return form;
    }
}
