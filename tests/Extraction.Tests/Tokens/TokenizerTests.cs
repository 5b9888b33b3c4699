using Extraction.Tokens;

namespace Extraction.Tests.Tokens;

[TestClass]
public sealed class TokenizerTests
{
    [TestMethod]
    [DataRow("anti-BCMA CAR‑T", "anti|-|BCMA|CAR|‑|T")]
    [DataRow("CT0596 and BBM-D101", "CT0596|and|BBM|-|D101")]
    [DataRow("R/R MM", "R|/|R|MM")]
    [DataRow("Phase 1b/2, N=1,164", "Phase|1b|/|2|,|N|=|1,164")]
    [DataRow("$1.2bn (€2.5 billion)", "$|1.2|bn|(|€|2.5|billion|)")]
    [DataRow("Co., Ltd. in the U.S.", "Co|.|,|Ltd|.|in|the|U.S.")]
    [DataRow("China’s firm's", "China|’s|firm|'s")]
    [DataRow("in U.S. trials", "in|U.S.|trials")]
    [DataRow("科济药业-B", "科|济|药|业|-|B")]
    [DataRow("THANK-u Plus®", "THANK|-|u|Plus|®")]
    [DataRow("NouvNeu001 😀 β-globin", "NouvNeu001|😀|β|-|globin")]
    [DataRow("end. Next", "end|.|Next")]
    public void Tokenize_cuts_at_marks_and_keeps_names_numbers_and_initials(string text, string expected)
    {
        Assert.AreEqual(expected, string.Join('|', Tokenizer.Tokenize(TextNormalizer.Normalize(text)).Select(token => token.Span.Of(text).ToString())));
    }

    [TestMethod]
    public void Key_is_the_same_for_any_case_hyphen_and_width()
    {
        ulong[] Keys(string text) => [.. Tokenizer.Tokenize(TextNormalizer.Normalize(text)).Select(token => token.Key)];

        CollectionAssert.AreEqual(Keys("CAR-T"), Keys("car‑t"));
        CollectionAssert.AreEqual(Keys("CAR-T"), Keys("ＣＡＲ－Ｔ"));
        CollectionAssert.AreNotEqual(Keys("CAR-T"), Keys("CAR T"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \n\t ")]
    [DataRow("a\uD83D")]
    [DataRow("\uDC00b")]
    [DataRow("''s's U.S.A U..S . 1,2,,3 1.2.")]
    public void Tokens_tile_the_text_without_its_white_space(string text)
    {
        Token[] tokens = Tokenizer.Tokenize(TextNormalizer.Normalize(text));

        Assert.AreEqual(string.Concat(text.Where(unit => !char.IsWhiteSpace(unit))), string.Concat(tokens.Select(token => token.Span.Of(text).ToString())));
        for (int index = 1; index < tokens.Length; index++)
            Assert.IsLessThanOrEqualTo(tokens[index].Start, tokens[index - 1].End);
    }
}
