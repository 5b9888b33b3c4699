using Extraction.Cli.Runs;

namespace Extraction.Cli.Tests.Runs;

[TestClass]
public sealed class SeenArticlesTests
{
    private readonly SeenArticles _seen = new();

    [TestMethod]
    public void Admit_same_id_and_text_is_refused()
    {
        Assert.AreEqual("a", _seen.Admit("a", "one"));
        Assert.IsNull(_seen.Admit("a", "one"));
    }

    [TestMethod]
    public void Admit_same_text_with_another_id_is_another_article()
    {
        _seen.Admit("a", "one");

        Assert.AreEqual("b", _seen.Admit("b", "one"));
    }

    [TestMethod]
    public void Admit_other_texts_with_one_id_get_numbers_in_order()
    {
        _seen.Admit("a", "one");

        Assert.AreEqual("a~2", _seen.Admit("a", "two"));
        Assert.AreEqual("a~3", _seen.Admit("a", "three"));
        Assert.IsNull(_seen.Admit("a", "two"));
    }

    [TestMethod]
    public void Admit_number_that_is_somebodys_own_id_is_passed_over()
    {
        _seen.Admit("a~2", "own");
        _seen.Admit("a", "one");

        Assert.AreEqual("a~3", _seen.Admit("a", "two"));
    }
}
