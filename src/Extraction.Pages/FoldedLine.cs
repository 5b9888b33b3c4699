using Extraction.Tokens;

namespace Extraction.Pages;

/// <summary>The plain form of a line that phrases are compared with.</summary>
internal static class FoldedLine
{
    private const string Ornaments = " \t*•·-|>»«….:!#_→▶■●◆";

    /// <summary>Lower case, plain hyphens, quotes and spaces, no bullets before and no colons, dots and arrows behind.</summary>
    public static string Of(string line)
    {
        string plain = TextNormalizer.Normalize(line);
        ReadOnlySpan<char> trimmed = plain.AsSpan().Trim(Ornaments);
        return trimmed.Length == plain.Length ? plain.ToLowerInvariant()
            : string.Create(trimmed.Length, trimmed, static (folded, source) => source.ToLowerInvariant(folded));
    }

    /// <summary>The number of words; every Chinese or Japanese character counts as one.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool isInside = false;
        foreach (char unit in text)
        {
            bool isIdeograph = unit is >= '\u3040' and <= '\u9FFF';
            bool isWord = !isIdeograph && !char.IsWhiteSpace(unit);
            words += isIdeograph || (isWord && !isInside) ? 1 : 0;
            isInside = isWord;
        }
        return words;
    }

    /// <summary>Whether the line ends as a sentence does, a closing quote or bracket aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line) =>
        line.TrimEnd().TrimEnd("\"”’')）]」』") is [.., '.' or '。' or '!' or '！' or '?' or '？' or '；' or ';'];
}
