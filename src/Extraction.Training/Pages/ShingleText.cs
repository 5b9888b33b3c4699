using System.Runtime.InteropServices;

namespace Extraction.Training.Pages;

/// <summary>A text as the counts of its word 4-grams, cut as shared/eval/clean_score.py does.</summary>
internal sealed class ShingleText
{
    private const int Size = 4;

    public ShingleText(string text)
    {
        ulong[] words = [.. WordsOf(text)];
        WordCount = words.Length;
        for (int start = 0; start < Math.Max(words.Length == 0 ? 0 : 1, words.Length - Size + 1); start++)
            CollectionsMarshal.GetValueRefOrAddDefault(Counts, Hash(words.AsSpan(start, Math.Min(Size, words.Length - start))), out _)++;
    }

    public Dictionary<ulong, int> Counts { get; } = [];

    public int WordCount { get; }

    public int Total => Math.Max(WordCount == 0 ? 0 : 1, WordCount - Size + 1);

    private static ulong Hash(ReadOnlySpan<ulong> words)
    {
        ulong hash = 14695981039346656037;
        foreach (ulong word in words)
            hash = unchecked((hash ^ word) * 1099511628211 + (hash >> 29));
        return hash;
    }

    // A run of letters, digits and underscores is a word; an ideograph or kana is one too, and then so is every other run without spaces.
    private static IEnumerable<ulong> WordsOf(string text)
    {
        bool hasIdeographs = text.Any(IsIdeograph);
        int index = 0;
        while (index < text.Length)
        {
            int start = index;
            if (IsIdeograph(text[index]))
                index++;
            else if (IsWord(text[index]))
                while (index < text.Length && IsWord(text[index]) && !IsIdeograph(text[index]))
                    index++;
            else if (!hasIdeographs)
            {
                index++;
                continue;
            }
            else
            {
                while (index < text.Length && !IsWord(text[index]))
                    index++;
            }
            ulong hash = 14695981039346656037;
            for (int at = start; at < index; at++)
                hash = unchecked((hash ^ text[at]) * 1099511628211);
            yield return hash;
        }
    }

    private static bool IsWord(char unit) => char.IsLetterOrDigit(unit) || unit == '_';

    private static bool IsIdeograph(char unit) => unit is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');
}
