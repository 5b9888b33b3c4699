namespace Extraction.Pages.Html;

/// <summary>Tells before parsing whether a page's markup would take the tree builder more than linear time or memory.</summary>
/// <remarks>
/// The tree builder of the HTML standard searches its stack of open elements for many tags and opens formatting elements again in every new
/// paragraph: both are quadratic in the depth. The check counts tags without parsing, so it errs on the safe side of very high limits.
/// </remarks>
internal static class MarkupCheck
{
    // Real pages nest up to some 60 elements; tags that need no end tag and lost end tags raise this rough count to a few hundred.
    private const int MaxDepth = 3000;

    // Formatting elements that are never closed are opened again in every paragraph that follows.
    private const int MaxFormatting = 200;

    // Real elements have up to some 50 attributes. Duplicates are searched for in all earlier ones.
    private const int MaxAttributes = 2000;

    private static readonly string[] Formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

    // Elements without an end tag, and those whose end tag is often left out.
    private static readonly string[] Unclosed =
    [
        "br", "img", "input", "link", "meta", "hr", "source", "col", "wbr", "area", "embed", "param", "base", "track",
        "p", "li", "option", "td", "tr", "th", "dt", "dd",
    ];

    public static bool IsSafe(string html)
    {
        ReadOnlySpan<char> rest = html;
        int depth = 0, formatting = 0;
        while (true)
        {
            int open = rest.IndexOf('<');
            if (open < 0 || open + 1 >= rest.Length)
                return true;
            rest = rest[(open + 1)..];
            if (rest[0] == '/')
            {
                depth = Math.Max(0, depth - 1);
                formatting = Math.Max(0, formatting - (IsFormatting(Name(rest[1..])) ? 1 : 0));
                continue;
            }
            if (!char.IsAsciiLetter(rest[0]))
                continue;
            if (EndOfRawText(rest) is { } endTag)
            {
                int end = rest.IndexOf(endTag, StringComparison.OrdinalIgnoreCase);
                rest = end < 0 ? [] : rest[(end + endTag.Length)..];
                continue;
            }
            int close = rest.IndexOf('>');
            ReadOnlySpan<char> tag = close < 0 ? rest : rest[..close];
            if (tag.Length > MaxAttributes && (CountAttributes(tag) > MaxAttributes))
                return false;
            depth += tag[^1] == '/' || IsAny(Name(tag), Unclosed) ? 0 : 1;
            formatting += IsFormatting(Name(tag)) ? 1 : 0;
            if (depth > MaxDepth || formatting > MaxFormatting)
                return false;
            rest = rest[tag.Length..];
        }
    }

    // What looks like a tag inside a script is none.
    private static string? EndOfRawText(ReadOnlySpan<char> tag) =>
        tag.StartsWith("script", StringComparison.OrdinalIgnoreCase) ? "</script" : tag.StartsWith("style", StringComparison.OrdinalIgnoreCase) ? "</style" : null;

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        int length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        return tag[..length];
    }

    private static bool IsFormatting(ReadOnlySpan<char> name) => name.Length <= 6 && IsAny(name, Formatting);

    private static bool IsAny(ReadOnlySpan<char> name, string[] names)
    {
        foreach (string candidate in names)
        {
            if (name.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static int CountAttributes(ReadOnlySpan<char> tag)
    {
        int count = 0;
        char quote = '\0', previous = '\0';
        foreach (char unit in tag)
        {
            if (quote != '\0')
                quote = unit == quote ? '\0' : quote;
            else if (unit is '"' or '\'' && previous == '=')
                quote = unit;
            else if (char.IsWhiteSpace(unit) && !char.IsWhiteSpace(previous))
                count++;
            previous = unit;
        }
        return count;
    }
}
