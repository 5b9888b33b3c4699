using Extraction.Pages.PlainText;
using Extraction.Pages.Sections;
using Extraction.Seeds;

namespace Extraction.Pages.Tests;

/// <summary>Every rule of <c>seeds/pages/</c> is true of its own example.</summary>
[TestClass]
public sealed class SeedExampleTests
{
    [TestMethod]
    public void Leftovers_match_their_examples_with_their_action()
    {
        foreach (SeedRow row in PageRules.Table("leftovers").Rows)
            Assert.AreEqual(row["action"], Leftover.Phrases.Find(FoldedLine.Of(row["example"]))?.Action.ToString().ToLowerInvariant(), $"line {row.Line}: {row["example"]}");
    }

    [TestMethod]
    public void Sections_match_their_examples_with_their_kind()
    {
        foreach (SeedRow row in PageRules.Table("sections").Rows)
        {
            Section section = Assert.ContainsSingle(SectionFinder.Find("Title\n" + row["example"]), $"line {row.Line}: {row["example"]}");
            Assert.AreEqual(row["kind"].Replace("_", "", StringComparison.Ordinal), section.Kind.ToString().ToLowerInvariant(), $"line {row.Line}: {row["example"]}");
        }
    }

    [TestMethod]
    [DataRow("phrase\tmatch\taction\tmax_words\texample\nx\tsometimes\tdrop\t1\tx", "line, prefix, suffix or inside")]
    [DataRow("phrase\tmatch\taction\tmax_words\texample\nx\tline\tdrop\tmany\tx", "a number of words")]
    [DataRow("phrase\tmatch\tmax_words\nx\tline\t1", "a column 'example'")]
    public void Constructor_tells_what_is_wrong_with_a_table(string rows, string expected)
    {
        SeedTable table = SeedTable.Parse("pages/own.tsv", "# source: a\n# licence: b\n" + rows);

        SeedException exception = Assert.ThrowsExactly<SeedException>(() => new LinePhrases<string>(table, (row, _) => row["phrase"]));

        Assert.Contains(expected, exception.Message);
    }
}
