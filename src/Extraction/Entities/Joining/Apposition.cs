namespace Extraction.Entities.Joining;

/// <summary>How two names that stand side by side are linked.</summary>
internal enum AppositionKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The second stands in brackets after the first.</summary>
    Bracket,

    /// <summary>Both stand in one pair of brackets: <c>X (A; B)</c>.</summary>
    List,

    /// <summary>The text says that one is the other's former or other name.</summary>
    Renamed,
}

/// <summary>Reads what stands between two names.</summary>
internal static class Apposition
{
    private const int LongestGap = 40;

    /// <summary>How the name at <paramref name="right"/> is linked to the one before it.</summary>
    public static AppositionKind Links(Document document, TextSpan left, TextSpan right)
    {
        if (right.Start < left.End || right.Start - left.End > LongestGap)
            return AppositionKind.None;
        ReadOnlySpan<char> gap = document.NormalizedText.AsSpan(left.End, right.Start - left.End).Trim();
        gap = gap.TrimStart("\u00AE\u2122 ");
        if (gap.Contains('\n'))
            return AppositionKind.None;
        bool opens = gap.Length > 0 && gap[0] == '(';
        ReadOnlySpan<char> rest = gap.TrimStart("(, ").TrimEnd("\" '");
        if (rest.StartsWith("formerly", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("previously", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("also known as", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("also called", StringComparison.OrdinalIgnoreCase)
            || rest is "known as" or "or" && opens || rest is "aka" or "a.k.a.")
        {
            return AppositionKind.Renamed;
        }
        if (opens && rest.Length == 0 || opens && (rest is "the" or "or" or "brand name" or "marketed as"))
            return AppositionKind.Bracket;
        return gap is ";" && InBrackets(document.NormalizedText, left.Start) ? AppositionKind.List : AppositionKind.None;
    }

    private static bool InBrackets(string text, int position)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, position - LongestGap), Math.Min(position, LongestGap));
        return before.LastIndexOf('(') > before.LastIndexOf(')');
    }
}
