using System.Collections.Frozen;
using System.Collections.Immutable;
using Extraction.Seeds;

namespace Extraction.Pages.Metadata;

/// <summary>Tells a text's language from its script and its most frequent words.</summary>
internal static class LanguageDetector
{
    // Enough for a sure answer, and the end of an article may hold a translation's notice.
    private const int SampleUnits = 4000;

    // Chinese articles on biotechnology hold many Latin names; a foreign text that quotes a Chinese name holds few ideographs.
    private const double MinIdeographs = 0.15;

    private const int MinHits = 2;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> LanguagesOfWord = Load();

    /// <summary>The ISO 639-1 code, null when the text is too short or of a language not known.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> sample = text[..Math.Min(text.Length, SampleUnits)];
        return FindByScript(sample) ?? FindByWords(sample);
    }

    private static string? FindByScript(ReadOnlySpan<char> sample)
    {
        int letters = 0, ideographs = 0, kana = 0, hangul = 0, cyrillic = 0;
        foreach (char unit in sample)
        {
            if (!char.IsLetter(unit))
                continue;
            letters++;
            ideographs += unit is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            kana += unit is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            hangul += unit is >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
            cyrillic += unit is >= '\u0400' and <= '\u04FF' ? 1 : 0;
        }
        double min = MinIdeographs * letters;
        if (letters == 0)
            return null;
        if (kana > min / 2)
            return "ja";
        if (hangul > min)
            return "ko";
        if (ideographs > min)
            return "zh";
        return cyrillic > min ? "ru" : null;
    }

    private static string? FindByWords(ReadOnlySpan<char> sample)
    {
        var hits = new SortedDictionary<string, int>(StringComparer.Ordinal);
        FrozenDictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> lookup = LanguagesOfWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in sample.SplitAny(" \n,.;:()"))
        {
            if (!lookup.TryGetValue(sample[range], out ImmutableArray<string> languages))
                continue;
            foreach (string language in languages)
                hits[language] = hits.GetValueOrDefault(language) + 1;
        }
        if (hits.Count == 0)
            return null;
        KeyValuePair<string, int> best = hits.MaxBy(pair => pair.Value);
        return best.Value >= MinHits ? best.Key : null;
    }

    private static FrozenDictionary<string, ImmutableArray<string>> Load()
    {
        SeedTable table = PageRules.Table("stopwords");
        table.RequireColumns("language", "words");
        return table.Rows
            .SelectMany(row => row["words"].Split(' ').Distinct().Select(word => (Word: word, Language: row["language"])))
            .GroupBy(pair => pair.Word)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Language).ToImmutableArray(), StringComparer.Ordinal);
    }
}
