using System.Buffers;

namespace Extraction.Tokens;

/// <summary>Makes the plain view of a text that matching works on.</summary>
public static class TextNormalizer
{
    // Every character that the plain view may change; text without any of them is returned as it is.
    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(unit => (char)unit).Where(unit => Plain(unit) != unit)]);

    /// <summary>
    /// Maps odd spaces, hyphens, quotes and full-width forms to their ASCII counterparts, code unit by code unit, so that the result has the
    /// length of <paramref name="text"/> and every offset means the same in both.
    /// </summary>
    public static string Normalize(string text)
    {
        int first = text.AsSpan().IndexOfAny(Unusual);
        if (first < 0)
            return text;
        return string.Create(text.Length, (text, first), static (target, source) =>
        {
            source.text.CopyTo(target);
            for (int index = source.first; index < target.Length; index++)
                target[index] = Plain(target[index]);
        });
    }

    private static char Plain(char unit) => unit switch
    {
        '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '\uFE63' => '-',
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC' or '\u2032' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' => '"',
        >= '\uFF01' and <= '\uFF5E' => (char)(unit - 0xFEE0),
        _ => unit,
    };
}
