using Extraction.Entities.Sequences;

namespace Extraction.Training.Entities;

/// <summary>Turns annotated names into labels of tokens.</summary>
internal static class TagEncoder
{
    /// <summary>One label per token of <paramref name="document"/>.</summary>
    /// <remarks>
    /// A name whose border lies inside a token takes the whole token; of names that overlap, the longer one counts. A name that crosses a line
    /// is left out: no sequence holds it.
    /// </remarks>
    public static int[] Encode(Document document, IEnumerable<Mention> names, TagSet tags)
    {
        int[] labels = new int[document.Tokens.Length];
        Array.Fill(labels, tags.Outside);
        foreach (Mention name in names.OrderByDescending(name => name.Span.Length).ThenBy(name => name.Span.Start))
        {
            int first = Array.FindIndex(document.Tokens, token => token.End > name.Span.Start);
            int last = Array.FindLastIndex(document.Tokens, token => token.Start < name.Span.End);
            if (first < 0 || last < first || labels.AsSpan(first, last - first + 1).IndexOfAnyExcept(tags.Outside) >= 0)
                continue;
            if (document.NormalizedText.AsSpan(document.Tokens[first].Start, document.Tokens[last].End - document.Tokens[first].Start).Contains('\n'))
                continue;
            Label(labels.AsSpan(first, last - first + 1), (int)name.Type, tags);
        }
        return labels;
    }

    private static void Label(Span<int> labels, int type, TagSet tags)
    {
        if (labels.Length == 1)
        {
            labels[0] = tags.Unit(type);
            return;
        }
        labels.Fill(tags.Inside(type));
        labels[0] = TagSet.Begin(type);
        labels[^1] = tags.Last(type);
    }
}
