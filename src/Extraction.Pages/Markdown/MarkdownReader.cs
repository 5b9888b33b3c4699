using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Pages.Markdown;

/// <summary>Takes the marks out of Markdown: what stays is text as a reader sees it, tables as tab-separated lines.</summary>
internal static partial class MarkdownReader
{
    private const string Fence = "---";

    public static MarkdownText Read(string text)
    {
        var builder = new StringBuilder(text.Length);
        var result = new MarkdownText("");
        bool isFirst = true, isFrontMatter = false;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.TrimEnd();
            bool isFence = line.SequenceEqual(Fence);
            if (isFrontMatter || (isFirst && isFence))
            {
                isFrontMatter = isFirst || !isFence;
                isFirst = false;
                result = ReadFrontMatter(result, line);
                continue;
            }
            isFirst = false;
            if (!Rule.IsMatch(line))
                builder.Append(ReadLine(line.ToString()));
            builder.Append('\n');
        }
        return result with { Text = builder.ToString() };
    }

    private static MarkdownText ReadFrontMatter(MarkdownText result, ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        if (colon < 0)
            return result;
        string value = line[(colon + 1)..].Trim().Trim("\"'").ToString();
        return line[..colon].Trim() switch
        {
            "title" => result with { Title = value },
            "author" => result with { Author = value },
            "date" or "published" => result with { Published = PartialDate.TryParse(value, out PartialDate? date) ? date : null },
            _ => result,
        };
    }

    private static string ReadLine(string line)
    {
        line = Prefix.Replace(line, "");
        line = Image.Replace(line, "");
        line = Link.Replace(line, "$1");
        line = Emphasis.Replace(line, "$2");
        if (line is ['|', ..])
            line = string.Join('\t', line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));
        return Escape.Replace(line, "$1");
    }

    [GeneratedRegex(@"^\s*([-*_=]\s*){3,}$|^\s*\|?(\s*:?-{2,}:?\s*\|)+(\s*:?-{2,}:?\s*)?$")]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@"^\s*(#{1,6}\s+|>\s?|[-*+]\s+(?=\S))+")]
    private static partial Regex Prefix { get; }

    [GeneratedRegex(@"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")]
    private static partial Regex Image { get; }

    [GeneratedRegex(@"\[([^\]\n]{1,1000})\]\([^)\n]{0,2000}\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"(\*\*|__|`|(?<!\w)[*_](?=\S))(\S[^*_`\n]{0,1000}?)\1(?!\w)")]
    private static partial Regex Emphasis { get; }

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+.!|-])")]
    private static partial Regex Escape { get; }
}
