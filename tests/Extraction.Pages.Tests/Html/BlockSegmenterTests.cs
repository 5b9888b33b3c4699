using AngleSharp.Html.Dom;
using Extraction.Pages.Html;

namespace Extraction.Pages.Tests.Html;

[TestClass]
public sealed class BlockSegmenterTests
{
    [TestMethod]
    [DataRow("<p>One <b>two</b> three</p><p>Four</p>", "One two three|Four")]
    [DataRow("<div>One<p>Two</p>Three</div>", "One|Two|Three")]
    [DataRow("One<br>two<br><br>Three", "One two|Three")]
    [DataRow("<p> One \n  two\u00A0\u3000three </p>", "One two three")]
    [DataRow("<p>hos\u00ADpi\u200Btal</p>", "hospital")]
    [DataRow("<table><tr><td>Dose</td><td>3 x 10<sup>6</sup></td></tr><tr><td><p>High</p></td><td> </td><td>5</td></tr></table>", "Dose\t3 x 10^6|High\t5")]
    [DataRow("<p>CD8<sup>+</sup> cells, 2023<sup>1</sup>, 10<sup>-3</sup></p>", "CD8+ cells, 20231, 10^-3")]
    [DataRow("<script>no</script><style>no</style><template>no</template><svg><text>no</text></svg><p>Yes</p>", "Yes")]
    [DataRow("<my-part>One</my-part><my-part>Two</my-part>", "One|Two")]
    [DataRow("", "")]
    public void Segment_cuts_where_a_browser_begins_a_line(string html, string expected) =>
        Assert.AreEqual(expected, string.Join('|', Segment(html).Blocks.Select(block => block.Text)));

    [TestMethod]
    public void Segment_counts_the_units_in_links_and_strong_elements()
    {
        Block block = Assert.ContainsSingle(Segment("<p><a href=x><b>here</b></a> is more</p>").Blocks);

        Assert.AreEqual(4, block.LinkUnits);
        Assert.AreEqual(4, block.StrongUnits);
        Assert.AreEqual(3, block.Words);
    }

    [TestMethod]
    public void Segment_gives_every_element_the_range_of_its_blocks()
    {
        PageTree tree = Segment("<p>a</p><div><p>b</p><p>c</p></div><p>d</p>");

        ElementNode div = tree.Elements.Single(element => element.Kind == TagKind.Div);
        Assert.AreEqual((1, 3), (div.FirstBlock, div.EndBlock));
        Assert.AreEqual(2, div.TextUnits);
        Assert.AreEqual(4, tree.Elements[0].EndBlock);
    }

    private static PageTree Segment(string body)
    {
        using IHtmlDocument document = HtmlCleaner.Parse("<body>" + body);
        return BlockSegmenter.Segment(document.Body!);
    }
}
