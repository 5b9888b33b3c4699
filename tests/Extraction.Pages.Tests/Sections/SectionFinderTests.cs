using Extraction.Pages.Sections;

namespace Extraction.Pages.Tests.Sections;

[TestClass]
public sealed class SectionFinderTests
{
    [TestMethod]
    [DataRow("Title\nThe story goes like this.\nAbout Alderwood\nAlderwood makes therapies.", "About Alderwood\nAlderwood makes therapies.", SectionKind.About)]
    [DataRow("Title\nThe story goes like this.\nForward-Looking Statements\nThis may be wrong.\nOr right.", "Forward-Looking Statements\nThis may be wrong.\nOr right.", SectionKind.ForwardLooking)]
    [DataRow("Title\nThis release contains forward-looking statements.\nThe story.", "This release contains forward-looking statements.", SectionKind.ForwardLooking)]
    [DataRow("Title\nThe story.\nMedia Contact:\nInes Roth\nines@a.example", "Media Contact:\nInes Roth\nines@a.example", SectionKind.Contact)]
    [DataRow("Title\nThe story.\nDisclaimer: no advice.", "Disclaimer: no advice.", SectionKind.Disclaimer)]
    [DataRow("Title\nThe story.\nDose\tPatients\nLow\t3\nThe end.", "Dose\tPatients\nLow\t3", SectionKind.Table)]
    [DataRow("Title\nTHE LAB • Source: A. Photographer\nThe story.", "THE LAB • Source: A. Photographer", SectionKind.Caption)]
    [DataRow("标题\n正文。\n关于示例生物\n示例生物是一家公司。", "关于示例生物\n示例生物是一家公司。", SectionKind.About)]
    public void Find_marks_the_lines_of_one_kind(string text, string expected, SectionKind kind)
    {
        Section section = Assert.ContainsSingle(SectionFinder.Find(text));

        Assert.AreEqual(kind, section.Kind);
        Assert.AreEqual(expected, section.Span.Of(text).ToString());
    }

    [TestMethod]
    [DataRow("About Alderwood")]
    [DataRow("Title\nAbout 40 % of patients had a relapse.\nThe trial goes on.")]
    [DataRow("Title\nMedia reports were wrong.\nContact with the patient was lost.")]
    public void Find_marks_nothing_in_a_story(string text) => Assert.IsEmpty(SectionFinder.Find(text));

    [TestMethod]
    public void Find_closes_a_section_at_the_next_heading()
    {
        const string Text = "Title\nStory.\nAbout Alderwood\nIt makes therapies.\nAbout Birchgene\nIt does not.\nContacts\nInes Roth";

        CollectionAssert.AreEqual(new[] { SectionKind.About, SectionKind.Contact }, SectionFinder.Find(Text).Select(section => section.Kind).ToArray());
    }
}
