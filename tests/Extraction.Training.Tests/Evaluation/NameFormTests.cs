using Extraction.Training.Evaluation;

namespace Extraction.Training.Tests.Evaluation;

[TestClass]
public sealed class NameFormTests
{
    [TestMethod]
    [DataRow("Alder Bio, Inc.", "alder bio")]
    [DataRow("ALDER BIO Holdings Co., Ltd.", "alder bio")]
    [DataRow("Inc.", "inc")]
    [DataRow("Johnson & Johnson", "johnson and johnson")]
    [DataRow("Huntington’s disease", "huntington disease")]
    [DataRow("Women's", "women")]
    [DataRow("Kymriah®", "kymriah")]
    [DataRow("Foo™", "footm")]
    [DataRow("anti-BCMA CAR‑T", "anti bcma car t")]
    [DataRow("ＣＡＲ－Ｔ", "car t")]
    [DataRow("科济药业", "科济药业")]
    [DataRow("β-thalassaemia", "β thalassaemia")]
    [DataRow("®", "")]
    public void Of_leaves_what_tells_names_apart(string name, string form) => Assert.AreEqual(form, NameForm.Of(name));
}
