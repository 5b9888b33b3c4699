using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Extraction.Records;

namespace Extraction.Training.Evaluation;

/// <summary>Names as they are compared: case, width, punctuation, marks, the genitive and the legal suffix make no difference.</summary>
internal static class NameForm
{
    private static readonly FrozenSet<string> LegalSuffixes = FrozenSet.Create(
        StringComparer.Ordinal,
        "incorporated", "inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "ag", "sa", "nv", "bv", "gmbh", "group", "holding", "holdings",
        "kgaa", "ab", "as", "oy", "spa", "srl", "pte", "pty", "kk");

    /// <summary>The form of a name; empty when nothing of it is a letter or digit.</summary>
    public static string Of(string name)
    {
        List<string> words = Words(Fold(name));
        int count = words.Count;
        while (count > 1 && LegalSuffixes.Contains(words[count - 1]))
            count--;
        return string.Join(' ', words.Take(count));
    }

    /// <summary>The forms of an entity's name and of all its mentions.</summary>
    public static HashSet<string> AllOf(EntityRecord entity) =>
        [.. entity.Mentions.Select(mention => mention.Text).Append(entity.Name).Select(Of).Where(form => form.Length > 0)];

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (char character in name)
        {
            if (character is '®' or '©')
                continue;
            if (Spelled(character) is { } spelling)
                folded.Append(spelling);
            else
                folded.Append(character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character);
        }
        return folded.ToString().ToLowerInvariant().Replace("&", " and ", StringComparison.Ordinal);
    }

    // Unicode's compatible forms (NFKC) and full case folding, as far as names hold them: without ICU the runtime knows neither.
    private static string? Spelled(char character) => character switch
    {
        '™' => "tm",
        '℠' => "sm",
        'ß' => "ss",
        'ς' => "σ",
        'µ' => "μ",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬀ' => "ff",
        'ª' => "a",
        'º' => "o",
        '²' => "2",
        '³' => "3",
        '¹' => "1",
        >= '⁴' and <= '⁹' => ((char)(character - '⁴' + '4')).ToString(),
        >= '₀' and <= '₉' => ((char)(character - '₀' + '0')).ToString(),
        _ => null,
    };

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        Rune previous = default;
        for (int index = 0; index < text.Length;)
        {
            Rune rune = Rune.TryGetRuneAt(text, index, out Rune found) ? found : Rune.ReplacementChar;
            if (IsWord(rune))
            {
                word.Append(rune);
            }
            else if (IsGenitive(text, index) && IsWord(previous))
            {
                // The two characters vanish, so that what stands around them is joined.
                index += 2;
                continue;
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            previous = rune;
            index += rune.Utf16SequenceLength;
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    private static bool IsGenitive(string text, int index) =>
        text[index] is '\'' or '’' && index + 1 < text.Length && text[index + 1] == 's'
        && (index + 2 == text.Length || !Rune.TryGetRuneAt(text, index + 2, out Rune next) || !IsWord(next));

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
