namespace Extraction.Pages.PlainText;

/// <summary>Tells the beginnings of articles that are for sale from whole ones.</summary>
internal static class Paywall
{
    // Offers also stand on pages that show the whole article; what is shown of one for sale is a few paragraphs.
    private const int MaxStubWords = 300;

    /// <summary>Whether so little text, on a page that sells the rest, is only a beginning.</summary>
    public static bool IsStub(IEnumerable<string> lines) => lines.Sum(line => FoldedLine.CountWords(line)) <= MaxStubWords;
}
