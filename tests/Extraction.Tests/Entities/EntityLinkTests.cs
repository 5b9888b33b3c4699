using Extraction.Entities;

namespace Extraction.Tests.Entities;

[TestClass]
public sealed class EntityLinkTests
{
    [TestMethod]
    [DataRow("NCT04181827", "nct=NCT04181827")]
    [DataRow("NCT 04181827", "nct=NCT04181827")]
    [DataRow("ChiCTR2000033946", "chictr=ChiCTR2000033946")]
    [DataRow("NCT123", "")]
    [DataRow("Heart-2", "")]
    public void Read_knows_registry_numbers(string name, string expected)
    {
        Assert.AreEqual(expected, RegistryNumber.Read(name) is { } number ? $"{number.Key}={number.Value}" : "");
    }

    [TestMethod]
    [DataRow("Aldora (NASDAQ: ALDT), which", "ticker=ALDT")]
    [DataRow("Aldora, Inc. (Nasdaq:ALDT)", "")]
    [DataRow("Aldora® (NYSE American: AB)", "ticker=AB")]
    [DataRow("Aldora (HKEX: 2171)", "hkex=2171")]
    [DataRow("Aldora (Euronext: ALD)", "")]
    [DataRow("Aldora (the company: a leader)", "")]
    [DataRow("Aldora (NASDAQ:", "")]
    [DataRow("Aldora", "")]
    public void After_reads_the_symbol_behind_a_name(string text, string expected)
    {
        var document = new Document { Article = new Article { Id = "a", Source = "a", Text = text }, NormalizedText = text };

        Assert.AreEqual(expected, TickerSymbol.After(document, new TextSpan(0, "Aldora".Length)) is { } symbol ? $"{symbol.Key}={symbol.Value}" : "");
    }

    [TestMethod]
    [DataRow("BCMA is bound by the cells.", EntityType.Target, "BCMA", "hgnc", "TNFRSF17")]
    [DataRow("Aldora develops a therapy for multiple myeloma.", EntityType.Indication, "multiple myeloma", "mondo", "MONDO:0009693")]
    public void Annotate_links_names_with_one_clear_reading(string text, EntityType type, string name, string scheme, string expected)
    {
        Document document = EntityJoinTests.Annotate(text, new Mention(new TextSpan(text.IndexOf(name, StringComparison.Ordinal), text.IndexOf(name, StringComparison.Ordinal) + name.Length), type, "test", 0.9));

        Assert.AreEqual(expected, Assert.ContainsSingle(document.Entities).Ids[scheme]);
    }

    [TestMethod]
    [DataRow("autologous CAR T-cell therapy", "car-t")]
    [DataRow("AAV-based gene therapies", "aav")]
    [DataRow("gene therapies", "gene-therapy")]
    [DataRow("allogeneic stem cells", "stem-cell")]
    [DataRow("chemotherapy", "other")]
    public void Annotate_classifies_modalities(string text, string expected)
    {
        Document document = EntityJoinTests.Annotate(text, new Mention(new TextSpan(0, text.Length), EntityType.Modality, "test", 0.9));

        Assert.AreEqual(expected, Assert.ContainsSingle(document.Entities).Attributes["class"]);
    }
}
