namespace Extraction.Tests;

[TestClass]
public sealed class PartialDateTests
{
    [TestMethod]
    [DataRow("2026", "2026")]
    [DataRow("2026-01", "2026-01")]
    [DataRow("2026-01-04", "2026-01-04")]
    [DataRow("2026-01-04T11:11:00+08:00", "2026-01-04")]
    [DataRow("2026-02-30", null)]
    [DataRow("2026-13", null)]
    [DataRow("04.01.2026", null)]
    [DataRow("0000", null)]
    [DataRow("", null)]
    [DataRow(null, null)]
    public void TryParse_reads_ISO_dates_as_exact_as_they_are(string? text, string? expected)
    {
        bool parsed = PartialDate.TryParse(text, out PartialDate? date);

        Assert.AreEqual(expected is not null, parsed);
        Assert.AreEqual(expected, date?.ToString());
    }
}
