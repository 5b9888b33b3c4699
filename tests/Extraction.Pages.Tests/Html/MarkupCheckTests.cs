using System.Text;
using Extraction.Pages.Html;

namespace Extraction.Pages.Tests.Html;

[TestClass]
public sealed class MarkupCheckTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("<")]
    [DataRow("<p>a<p>b<br><li>c")]
    [DataRow(TestPages.Release)]
    public void IsSafe_holds_for_pages_as_they_are(string html) => Assert.IsTrue(MarkupCheck.IsSafe(html));

    [TestMethod]
    public void IsSafe_counts_no_white_space_in_quotes_as_attributes() =>
        Assert.IsTrue(MarkupCheck.IsSafe("<div data-state='" + string.Concat(Enumerable.Repeat("{ \"a\": 1 } ", 3000)) + "'>"));

    [TestMethod]
    public void IsSafe_reads_no_tags_in_scripts() =>
        Assert.IsTrue(MarkupCheck.IsSafe("<SCRIPT>" + string.Concat(Enumerable.Repeat("x = '<div></p>'; if (a<b && c ) {} ", 5000)) + "</Script><p>x</p>"));

    [TestMethod]
    [DataRow("<div>", 5000)]
    [DataRow("<b class=x>", 500)]
    public void IsSafe_does_not_hold_for_nesting_without_end(string tag, int count) =>
        Assert.IsFalse(MarkupCheck.IsSafe(new StringBuilder().Insert(0, tag, count).ToString()));

    [TestMethod]
    public void IsSafe_does_not_hold_for_thousands_of_attributes() =>
        Assert.IsFalse(MarkupCheck.IsSafe("<div " + string.Concat(Enumerable.Range(0, 5000).Select(index => $"a{index}=1 ")) + ">"));
}
