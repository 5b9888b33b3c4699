using Extraction.Gazetteers;

namespace Extraction.Tests.Gazetteers;

[TestClass]
public sealed class GazetteerLawTests
{
    [TestMethod]
    [DataRow("Acme Therapeutics, Inc. (Nasdaq: ACME) dosed the first patient with its BCMA CAR-T in Boston, Mass.")]
    [DataRow("Crohn’s disease®-\n-CAR - T\n\n®™ 's ’s U.S. FDA\n国家药监局批准")]
    [DataRow("")]
    [DataRow("\uD83D \uDC00 \u00AD - - -1 A-1")]
    public void FindAll_gives_ordered_matches_inside_one_line_and_the_same_twice(string text)
    {
        Document document = Pipeline.CreateDefault().UpTo(Layers.Tokens).Annotate(new Article { Id = "a", Source = "test", Text = text });
        List<GazetteerMatch> first = [], second = [];

        Gazetteer.Default.FindAll(document, first);
        Gazetteer.Default.FindAll(document, second);

        CollectionAssert.AreEqual(first, second);
        for (int index = 0; index < first.Count; index++)
        {
            GazetteerMatch match = first[index];
            Assert.IsLessThan(match.EndToken, match.FirstToken);
            Assert.IsFalse(match.Span(document).Of(text).Contains('\n'));
            Assert.IsTrue(index == 0 || first[index - 1].FirstToken <= match.FirstToken);
            Assert.AreEqual(match.Lexicon, Gazetteer.Default[match.Entry].Lexicon);
        }
    }
}
