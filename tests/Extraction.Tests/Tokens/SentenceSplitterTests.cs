using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Tests.Tokens;

[TestClass]
public sealed class SentenceSplitterTests
{
    private static readonly SentenceSplitter Splitter = new(EmbeddedData.Rules("abbreviations"));

    [TestMethod]
    [DataRow("It raised $1.2 million. The round was led by Dr. Li of X Inc. and Y Corp. in the U.S. market.", "It raised $1.2 million.|The round was led by Dr. Li of X Inc. and Y Corp. in the U.S. market.")]
    [DataRow("It trades in the U.S. The firm is small.", "It trades in the U.S.|The firm is small.")]
    [DataRow("Title line\nBody line. \"Quoted.\" Next", "Title line|Body line.|\"Quoted.\"|Next")]
    [DataRow("J. Smith spoke. He left.", "J. Smith spoke.|He left.")]
    [DataRow("Approved (in May). 12 patients", "Approved (in May).|12 patients")]
    [DataRow("科济药业宣布。获批", "科济药业宣布。|获批")]
    [DataRow("Really? Yes! Done", "Really?|Yes!|Done")]
    public void Split_ends_sentences_at_stops_and_lines_but_not_at_abbreviations(string text, string expected)
    {
        string normalized = TextNormalizer.Normalize(text);
        Token[] tokens = Tokenizer.Tokenize(normalized);

        Sentence[] sentences = Splitter.Split(normalized, tokens);

        Assert.AreEqual(expected, string.Join('|', sentences.Select(sentence => sentence.Span.Of(text).ToString())));
        Assert.AreEqual(tokens.Length, sentences[^1].EndToken);
    }

    [TestMethod]
    public void Line_counts_empty_lines_too()
    {
        string text = "Title\n\n\nBody one. Body two.\nLast";
        Sentence[] sentences = Splitter.Split(text, Tokenizer.Tokenize(text));

        CollectionAssert.AreEqual(new[] { 0, 3, 3, 4 }, sentences.Select(sentence => sentence.Line).ToArray());
    }
}
