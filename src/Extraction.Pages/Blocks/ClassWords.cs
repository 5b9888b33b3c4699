using System.Collections.Frozen;
using AngleSharp.Dom;
using Extraction.Seeds;

namespace Extraction.Pages.Blocks;

/// <summary>Tells from the words in an element's attributes which part of a page it is.</summary>
internal static class ClassWords
{
    private static readonly SeedTable Table = PageRules.Table("classwords");
    private static readonly FrozenDictionary<string, int> MaskOfWord = Load();

    private const int MaxWordUnits = 24;

    /// <summary>The number of groups.</summary>
    public static int Groups { get; } = Table.Rows.Length;

    /// <summary>A bit for each group that one of the element's words belongs to.</summary>
    public static int MaskOf(IElement element)
    {
        int mask = 0;
        INamedNodeMap attributes = element.Attributes;
        for (int index = 0; index < attributes.Length; index++)
        {
            if (attributes[index] is { } attribute && IsTelling(attribute.LocalName))
                mask |= MaskOf(attribute.Value);
        }
        return mask;
    }

    private static bool IsTelling(string name) => name is "class" or "id" or "itemprop" or "role" or "data-component" or "data-testid";

    private static int MaskOf(string value)
    {
        FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = MaskOfWord.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[MaxWordUnits];
        int mask = 0, length = 0;
        for (int index = 0; index <= value.Length; index++)
        {
            char unit = index < value.Length ? value[index] : ' ';
            bool isLetter = char.IsAsciiLetter(unit);
            if (!isLetter || (char.IsAsciiLetterUpper(unit) && index > 0 && char.IsAsciiLetterLower(value[index - 1])))
            {
                if (length > 1 && lookup.TryGetValue(word[..length], out int found))
                    mask |= found;
                length = 0;
            }
            if (isLetter && length < MaxWordUnits)
                word[length++] = char.ToLowerInvariant(unit);
        }
        return mask;
    }

    private static FrozenDictionary<string, int> Load()
    {
        Table.RequireColumns("group", "words");
        var masks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int group = 0; group < Table.Rows.Length; group++)
        {
            foreach (string word in Table.Rows[group]["words"].Split(' '))
                masks[word] = masks.GetValueOrDefault(word) | (1 << group);
        }
        return masks.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
