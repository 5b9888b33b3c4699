namespace Extraction.Pages.PlainText;

/// <summary>Takes the lines out that <c>seeds/pages/leftovers.tsv</c> knows as leftovers of a page.</summary>
internal static class LeftoverFilter
{
    // A line of this many words is prose: the article has begun, and a heading such as "Related articles" may now end it.
    private const int MinProseWords = 12;

    // Names, roles and calls to get in touch between the article's last paragraph and its end matter.
    private const int MaxSignatureWords = 4;
    private const int MaxSignatureLines = 4;

    /// <summary>Filters <paramref name="lines"/> in place.</summary>
    /// <param name="lines">The lines; the first that is no leftover is the title and stays.</param>
    /// <param name="isPasted">
    /// Whether the text has the layout of a page. Text that has not went through someone's hands already: only what stands behind the article or
    /// sells it goes then, because newswires' own notes and one-word lines may be meant.
    /// </param>
    /// <returns>Whether a line said that only the article's beginning is shown.</returns>
    public static bool Apply(List<string> lines, bool isPasted)
    {
        var kept = new List<string>(lines.Count);
        bool hasProse = false, isOffer = false, isCutShort = false;
        foreach (string line in lines)
        {
            Leftover? leftover = Leftover.Phrases.Find(FoldedLine.Of(line));
            if (leftover is { Action: LeftoverAction.Cut } && hasProse)
            {
                if (isPasted)
                    TakeSignature(kept);
                break;
            }
            if (leftover is { IsOffer: true } || (isPasted && leftover is { Action: LeftoverAction.Drop }))
            {
                isOffer = leftover.IsOffer || isOffer;
                isCutShort |= leftover.Action == LeftoverAction.Paywall;
                continue;
            }
            if (isOffer && IsListItem(line))
                continue;
            isOffer = false;
            kept.Add(line);
            hasProse |= FoldedLine.CountWords(line) >= MinProseWords && FoldedLine.EndsSentence(line);
        }
        lines.Clear();
        lines.AddRange(kept);
        return isCutShort;
    }

    private static void TakeSignature(List<string> lines)
    {
        for (int taken = 0; taken < MaxSignatureLines && lines.Count > 1; taken++)
        {
            string line = lines[^1];
            bool isName = FoldedLine.CountWords(line) <= MaxSignatureWords && !FoldedLine.EndsSentence(line);
            if (!isName && !line.Contains('@'))
                return;
            lines.RemoveAt(lines.Count - 1);
        }
    }

    private static bool IsListItem(string line) => line.Length > 0 && line[0] is '•' or '*' or '-' or '·' or '–' or '✓' or '●';
}
