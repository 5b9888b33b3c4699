using Extraction.Gazetteers;

namespace Extraction.Tests.Gazetteers;

[TestClass]
public sealed class LexiconsTests
{
    [TestMethod]
    public void Every_lexicon_has_its_own_file_in_the_order_of_its_value()
    {
        foreach (Lexicon lexicon in Enum.GetValues<Lexicon>())
            Assert.AreEqual(lexicon, Lexicons.OfFile(Lexicons.File(lexicon)));
        Assert.AreEqual(Enum.GetValues<Lexicon>().Length, Lexicons.Count);
    }

    [TestMethod]
    public void OfFile_of_another_file_is_none()
    {
        Assert.IsNull(Lexicons.OfFile("stopwords.tsv"));
    }

    [TestMethod]
    [DataRow(Lexicon.Gene, EntityType.Target)]
    [DataRow(Lexicon.Toxicity, EntityType.Indication)]
    [DataRow(Lexicon.Medicine, EntityType.Product)]
    public void TypeOf_names_what_the_lexicon_hints_at(Lexicon lexicon, EntityType type)
    {
        Assert.AreEqual(type, Lexicons.TypeOf(lexicon));
    }
}
