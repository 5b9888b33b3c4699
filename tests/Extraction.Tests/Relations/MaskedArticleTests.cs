using Extraction.Relations;

namespace Extraction.Tests.Relations;

[TestClass]
public sealed class MaskedArticleTests
{
    [TestMethod]
    public void Names_and_values_are_one_unit_each()
    {
        var article = new MaskedArticle(MarkedText.Read("«Norla Bio» raised $60 million for {NB-12}."));

        CollectionAssert.AreEqual(new[] { "Norla Bio", "raised", "$60 million", "for", "NB-12", "." },
            article.Units.ToArray().Select(unit => unit.Span.Of(article.Document.Text).ToString()).ToArray());
    }

    [TestMethod]
    [DataRow("with [A1], [B2] and [C3] out", "A1-C3 A1-C3 A1-C3")]
    [DataRow("[A1] and, in the liver, [B2]", "A1-A1 B2-B2")]
    [DataRow("{A1} (also known as {B2}) or {C3}", "A1-C3 A1-C3 A1-C3")]
    [DataRow("{A1}, [B2]", "A1-A1 B2-B2")]
    [DataRow("[A1].\n[B2]", "A1-A1 B2-B2")]
    public void Enumerations_are_runs_of_names_of_one_type(string marked, string expected)
    {
        var article = new MaskedArticle(MarkedText.Read(marked));

        Assert.AreEqual(expected, string.Join(' ', article.Mentions.ToArray().Select(mention => $"{Name(mention.ListFirst)}-{Name(mention.ListLast)}")));

        string Name(int unit) => article.Units[unit].Span.Of(article.Document.Text).ToString();
    }

    [TestMethod]
    public void Salience_ranks_the_company_of_the_title_first()
    {
        var article = new MaskedArticle(MarkedText.Read("«Norla Bio» starts trial\n«Vesper» is its partner. «Norla Bio» leads.\n«Vesper» helps."));

        EntitySalience[] salience = EntitySalience.Measure(article);

        Assert.AreEqual(0, salience[0].Rank);
        Assert.AreEqual(1, salience[1].Rank);
        Assert.IsTrue(salience[0].InTitle);
        Assert.IsFalse(salience[1].InTitle);
    }
}
