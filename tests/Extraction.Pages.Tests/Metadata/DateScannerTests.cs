using Extraction.Pages.Metadata;

namespace Extraction.Pages.Tests.Metadata;

[TestClass]
public sealed class DateScannerTests
{
    [TestMethod]
    [DataRow("Published Jan. 4, 2026 at noon", "2026-01-04")]
    [DataRow("January 4th, 2026", "2026-01-04")]
    [DataRow("4 January 2026", "2026-01-04")]
    [DataRow("Sun, 04 Jan 2026 10:00:00 GMT", "2026-01-04")]
    [DataRow("2026-01-04T23:00:00Z", "2026-01-04")]
    [DataRow("2026/1/4", "2026-01-04")]
    [DataRow("2026年11月22日", "2026-11-22")]
    [DataRow("01/04/2026", "2026-01-04")]
    [DataRow("24/01/2026", "2026-01-24")]
    [DataRow("04.01.2026", "2026-01-04")]
    [DataRow("Updated 5 May 2025, first 4 May 2025", "2025-05-05")]
    [DataRow("February 30, 2026", null)]
    [DataRow("May 2026", null)]
    [DataRow("© 2026 Example", null)]
    [DataRow("Call 2026-99-99", null)]
    [DataRow("", null)]
    public void Find_reads_the_first_day(string text, string? expected) => Assert.AreEqual(expected, DateScanner.Find(text)?.ToString());

    [TestMethod]
    [DataRow("https://a.example/2026/01/04/story", "2026-01-04")]
    [DataRow("https://a.example/news/20260104-story", "2026-01-04")]
    [DataRow("https://a.example/2026/story", null)]
    [DataRow("https://a.example/id/20269999", null)]
    [DataRow(null, null)]
    public void FindInUrl_reads_the_day_of_the_path(string? url, string? expected) => Assert.AreEqual(expected, DateScanner.FindInUrl(url)?.ToString());
}
