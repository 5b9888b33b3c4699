using System.Buffers;
using System.Text;

namespace Extraction.Pages.PlainText;

/// <summary>The paragraphs of a text, each on one line.</summary>
internal sealed class TextLayout
{
    // Text wrapped by hand or by mail programs breaks its lines near 72 to 80 characters.
    private const int MinWrapped = 50;
    private const int MaxWrapped = 100;
    private const double MinWrappedShare = 0.6;

    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF");

    private TextLayout(List<string> lines, bool isPasted)
    {
        Lines = lines;
        IsPasted = isPasted;
    }

    /// <summary>The lines; without blank ones, and tidied, when the text is pasted.</summary>
    public List<string> Lines { get; }

    /// <summary>Whether the text has the look of something copied from a page or file instead of one paragraph a line.</summary>
    public bool IsPasted { get; }

    public static TextLayout Of(string text)
    {
        List<string> raw = [.. text.AsSpan().TrimEnd('\n').ToString().Split('\n')];
        if (!raw.Exists(LooksPasted))
            return new TextLayout(raw, isPasted: false);
        List<string> lines = [.. raw.Select(Tidy)];
        if (IsWrapped(lines))
            lines = Unwrap(lines);
        lines.RemoveAll(string.IsNullOrEmpty);
        return new TextLayout(lines, isPasted: true);
    }

    /// <summary>Takes invisible characters out and makes every run of white space one space; tabs, which part table cells, stay.</summary>
    public static string Tidy(string line)
    {
        var builder = new StringBuilder(line.Length);
        foreach (char unit in line)
        {
            if (Invisible.Contains(unit) || (char.IsControl(unit) && !char.IsWhiteSpace(unit)))
                continue;
            if (unit == '\t')
            {
                while (builder.Length > 0 && builder[^1] == ' ')
                    builder.Length--;
                builder.Append('\t');
            }
            else if (!char.IsWhiteSpace(unit))
            {
                builder.Append(unit);
            }
            else if (builder.Length > 0 && builder[^1] is not (' ' or '\t'))
            {
                builder.Append(' ');
            }
        }
        return builder.ToString().Trim();
    }

    private static bool LooksPasted(string line) =>
        line.Length == 0 || char.IsWhiteSpace(line[0]) || char.IsWhiteSpace(line[^1]) || line.Contains("  ", StringComparison.Ordinal) || line.Contains('\r');

    private static bool IsWrapped(List<string> lines)
    {
        int followed = 0, wrapped = 0;
        for (int index = 0; index + 1 < lines.Count; index++)
        {
            if (lines[index].Length > MaxWrapped)
                return false;
            if (lines[index].Length == 0 || lines[index + 1].Length == 0)
                continue;
            followed++;
            wrapped += lines[index].Length >= MinWrapped ? 1 : 0;
        }
        return followed > 2 && wrapped >= MinWrappedShare * followed;
    }

    private static List<string> Unwrap(List<string> lines)
    {
        var paragraphs = new List<string>();
        bool isOpen = false;
        foreach (string line in lines)
        {
            if (isOpen && line.Length > 0)
                paragraphs[^1] += " " + line;
            else if (line.Length > 0)
                paragraphs.Add(line);
            isOpen = line.Length >= MinWrapped || (isOpen && line.Length > 0);
        }
        return paragraphs;
    }
}
