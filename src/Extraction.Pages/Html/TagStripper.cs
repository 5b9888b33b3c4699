using System.Net;
using System.Text;

namespace Extraction.Pages.Html;

/// <summary>Reads the text of a page without building its tree: the way out for markup that no tree builder survives.</summary>
internal static class TagStripper
{
    /// <summary>The text, a line for each element that is no text-level one.</summary>
    public static string Strip(string html)
    {
        var text = new StringBuilder(Math.Min(html.Length, 1 << 20));
        ReadOnlySpan<char> rest = html;
        while (!rest.IsEmpty)
        {
            int open = rest.IndexOf('<');
            Append(text, open < 0 ? rest : rest[..open]);
            if (open < 0)
                break;
            rest = rest[(open + 1)..];
            int nameLength = NameLength(rest);
            ReadOnlySpan<char> name = rest[..nameLength];
            TagKind kind = TagKinds.Of(name.TrimStart('/').ToString().ToLowerInvariant());
            int close = rest.IndexOf('>');
            rest = close < 0 ? [] : rest[(close + 1)..];
            if (name is ['/', ..] or [])
                AppendBreak(text, kind);
            else if (kind == TagKind.Skipped && SkipContent(name, rest) is var end and > 0)
                rest = rest[end..];
            else
                AppendBreak(text, kind);
        }
        return text.ToString();
    }

    private static int NameLength(ReadOnlySpan<char> tag)
    {
        int length = tag is ['/', ..] ? 1 : 0;
        while (length < tag.Length && length < 32 && (char.IsAsciiLetterOrDigit(tag[length]) || tag[length] == '-'))
            length++;
        return length;
    }

    // Raw text runs to its own end tag; others of the skipped elements hold markup, whose text is not worth a search for each of them.
    private static int SkipContent(ReadOnlySpan<char> name, ReadOnlySpan<char> rest) => name.ToString().ToLowerInvariant() switch
    {
        "script" => rest.IndexOf("</script", StringComparison.OrdinalIgnoreCase),
        "style" => rest.IndexOf("</style", StringComparison.OrdinalIgnoreCase),
        "title" => rest.IndexOf("</title", StringComparison.OrdinalIgnoreCase),
        _ => 0,
    };

    private static void AppendBreak(StringBuilder text, TagKind kind)
    {
        if (kind is not (TagKind.Inline or TagKind.Anchor or TagKind.Strong or TagKind.Superscript))
            text.Append('\n');
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> part)
    {
        if (part.Contains('&'))
            text.Append(WebUtility.HtmlDecode(part.ToString()));
        else
            text.Append(part);
    }
}
