namespace Extraction.Entities.Joining;

/// <summary>How two names that stand side by side are linked.</summary>
internal enum AppositionKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The second stands in brackets after the first.</summary>
    Bracket,

    /// <summary>The second stands in brackets after the first, with words of description: <c>A (oral B)</c>.</summary>
    Described,

    /// <summary>Both stand in one pair of brackets: <c>X (A; B)</c>.</summary>
    List,

    /// <summary>The text says that one is the other's former or other name.</summary>
    Renamed,
}

/// <summary>Reads what stands between two names.</summary>
internal static class Apposition
{
    private const int LongestGap = 40;

    private static readonly string[] Signs = ["(TM)", "(R)", "TM", "(SM)"];

    /// <summary>How the name at <paramref name="right"/> is linked to the one before it.</summary>
    public static AppositionKind Links(Document document, TextSpan left, TextSpan right)
    {
        if (right.Start < left.End || right.Start - left.End > LongestGap)
            return AppositionKind.None;
        ReadOnlySpan<char> gap = TrimSigns(document.NormalizedText.AsSpan(left.End, right.Start - left.End).Trim());
        if (gap.Contains('\n'))
            return AppositionKind.None;
        bool opens = gap.Length > 0 && gap[0] == '(';
        ReadOnlySpan<char> rest = gap.TrimStart("(, ").TrimEnd("\" '");
        if (rest.StartsWith("formerly", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("previously", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("also known as", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("also called", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("marketed as", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("known as", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("marketed under the", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("which is marketed", StringComparison.OrdinalIgnoreCase)
            || rest is "aka" or "a.k.a." or "or" && gap[0] is ',' or '(')
        {
            return AppositionKind.Renamed;
        }
        if (opens && rest.Length == 0 || opens && (rest is "the" or "or" or "brand name" or "brand name:"))
            return AppositionKind.Bracket;
        if (gap is ";" or "," or "or" or "/" && InBrackets(document.NormalizedText, left.Start))
            return AppositionKind.List;
        return opens && IsDescription(rest) && Closes(document.NormalizedText, right.End) ? AppositionKind.Described : AppositionKind.None;
    }

    // Signs of registration, also spelt "(R)" and "(TM)".
    private static ReadOnlySpan<char> TrimSigns(ReadOnlySpan<char> gap)
    {
        gap = gap.TrimStart("\u00AE\u2122 ");
        foreach (string sign in Signs)
        {
            if (gap.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                return gap[sign.Length..].TrimStart();
        }
        return gap;
    }

    // "(preservative-free ketamine)": a few small words before the name, none of which sets it against the name outside.
    private static bool IsDescription(ReadOnlySpan<char> words)
    {
        int count = 0;
        foreach (Range range in words.Split(' '))
        {
            ReadOnlySpan<char> word = words[range];
            if (++count > 3 || word.IsEmpty || !char.IsAsciiLetterLower(word[0]) || word is "with" or "plus" or "and" or "vs" or "versus" or "than" or "from" or "in" or "to" or "anti-")
                return false;
        }
        return count > 0;
    }

    private static bool Closes(string text, int position) => position < text.Length && text[position] == ')';

    private static bool InBrackets(string text, int position)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, position - LongestGap), Math.Min(position, LongestGap));
        return before.LastIndexOf('(') > before.LastIndexOf(')');
    }
}
