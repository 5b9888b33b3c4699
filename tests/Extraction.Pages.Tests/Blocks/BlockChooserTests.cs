using Extraction.Pages.Blocks;

namespace Extraction.Pages.Tests.Blocks;

[TestClass]
public sealed class BlockChooserTests
{
    [TestMethod]
    [DataRow("0.9 0.8 0.1", "30 30 30", "110")]
    [DataRow("0.1 0.05", "30 30", "10")]
    [DataRow("0.9 0.4", "100 10", "10")]
    [DataRow("0.9 0.4", "10 100", "11")]
    [DataRow("", "", "")]
    public void Choose_takes_the_blocks_with_the_largest_expected_overlap(string probabilities, string words, string expected)
    {
        float[] given = [.. probabilities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(float.Parse)];
        int[] sizes = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

        Assert.AreEqual(expected, string.Concat(BlockChooser.Choose(given, block => sizes[block]).Select(isChosen => isChosen ? '1' : '0')));
    }

    [TestMethod]
    public void Score_of_the_embedded_model_is_a_probability_and_prefers_prose_in_an_article()
    {
        using AngleSharp.Html.Dom.IHtmlDocument document = Extraction.Pages.Html.HtmlCleaner.Parse(TestPages.Release);
        PageContext page = Extraction.Pages.Html.HtmlCleaner.ReadContext(document)!;
        float[] rows = BlockFeatures.Of(page);

        float ScoreOf(string start) => BlockModel.Embedded.Score(rows.AsSpan(page.Tree.Blocks.Single(block => block.Text.StartsWith(start, StringComparison.Ordinal)).Index * BlockFeatures.Count, BlockFeatures.Count));

        Assert.IsGreaterThan(0.5f, ScoreOf("Two more patients"));
        Assert.IsLessThan(0.2f, ScoreOf("Home"));
        Assert.IsLessThan(0.2f, ScoreOf("We use cookies"));
    }

    [TestMethod]
    public void Constructor_refuses_bytes_that_are_no_model_of_this_program()
    {
        Assert.ThrowsExactly<InvalidDataException>(() => new BlockModel("no model at all!"u8));
        Assert.ThrowsExactly<InvalidDataException>(() => new BlockModel([0x42, 0x4C, 0x4B, 0x31, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    }
}
