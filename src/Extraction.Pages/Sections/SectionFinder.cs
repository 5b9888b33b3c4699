using System.Collections.Immutable;
using Extraction.Seeds;

namespace Extraction.Pages.Sections;

/// <summary>Marks the lines of a cleaned text that are not its story: who the companies are, whom to call, boilerplate, tables, captions.</summary>
internal static class SectionFinder
{
    private static readonly LinePhrases<Cue> Cues = new(PageRules.Table("sections"), ReadCue);

    private static readonly Cue Contact = new(SectionKind.Contact, SectionExtent.Rest);

    // A short line without a full stop that follows a section's prose is the next heading.
    private const int MaxHeadingWords = 12;

    /// <summary>The sections of <paramref name="text"/>, whole lines in order; the first line is the title and never in one.</summary>
    public static ImmutableArray<Section> Find(string text)
    {
        int start = text.IndexOf('\n') + 1;
        if (start == 0)
            return [];
        var sections = ImmutableArray.CreateBuilder<Section>();
        Cue? open = null;
        bool hasProse = false;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            string line = text[start..end];
            Cue? cue = FindCue(line);
            if (cue is { Extent: not SectionExtent.Line })
            {
                open = cue;
                hasProse = false;
            }
            else if (cue is null && open is { Extent: SectionExtent.Block } && hasProse && IsHeading(line))
            {
                open = null;
            }
            else if (cue is null && open is { Kind: SectionKind.ForwardLooking } && hasProse && line.Contains('@') && IsHeading(line))
            {
                // Addresses often follow the boilerplate without a heading of their own.
                open = Contact;
            }
            hasProse |= FoldedLine.EndsSentence(line);
            SectionKind kind = (cue ?? open)?.Kind ?? (line.Contains('\t') ? SectionKind.Table : SectionKind.Body);
            if (kind != SectionKind.Body && end > start)
                Add(sections, new Section(new TextSpan(start, end), kind));
            start = end + 1;
        }
        return sections.ToImmutable();
    }

    private static Cue? FindCue(string line)
    {
        Cue? cue = Cues.Find(FoldedLine.Of(line));
        // "About 40 % of patients relapsed." is a sentence, "About Example" is a heading.
        return cue is { Extent: SectionExtent.Block } && (FoldedLine.EndsSentence(line) || !HasCapital(line)) ? null : cue;
    }

    // Behind a heading's first word comes a name: a capital or a letter of a script that has none.
    private static bool HasCapital(string line)
    {
        for (int index = 1; index < line.Length; index++)
        {
            if (char.IsUpper(line[index]) || line[index] >= '\u3040')
                return true;
        }
        return false;
    }

    private static bool IsHeading(string line) => !FoldedLine.EndsSentence(line) && FoldedLine.CountWords(line) <= MaxHeadingWords;

    private static void Add(ImmutableArray<Section>.Builder sections, Section section)
    {
        if (sections.Count > 0 && sections[^1] is var last && last.Kind == section.Kind && last.Span.End + 1 == section.Span.Start)
            sections[^1] = last with { Span = new TextSpan(last.Span.Start, section.Span.End) };
        else
            sections.Add(section);
    }

    private static Cue ReadCue(SeedRow row, List<SeedError> errors)
    {
        if (!Enum.TryParse(row["kind"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out SectionKind kind))
            errors.Add(row.Error("a kind of section", row["kind"]));
        if (!Enum.TryParse(row["extent"], ignoreCase: true, out SectionExtent extent))
            errors.Add(row.Error("line, block or rest", row["extent"]));
        return new Cue(kind, extent);
    }

    private sealed record Cue(SectionKind Kind, SectionExtent Extent);

    private enum SectionExtent
    {
        Line,
        Block,
        Rest,
    }
}
