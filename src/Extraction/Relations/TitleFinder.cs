using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Relations;

/// <summary>Reads a person's post as the text words it: "Li Wei, chief executive of X", "X CEO Li Wei", "Prof. Li Wei founded X".</summary>
internal sealed class TitleFinder
{
    private enum TitleRole : byte
    {
        None, Head, Part, Link,
    }

    // A post of more words than this has run into something else.
    private const int MaximumUnits = 14;

    private readonly Dictionary<ulong, TitleRole> _roles = [];

    /// <summary>Reads the words; columns <c>form</c> and <c>role</c> (head, part or link).</summary>
    /// <exception cref="SeedException">A role is none of these.</exception>
    public TitleFinder(SeedTable table)
    {
        table.RequireColumns("form", "role");
        var errors = new List<SeedError>();
        foreach (SeedRow row in table.Rows)
        {
            if (!Enum.TryParse(row["role"], ignoreCase: true, out TitleRole role) || role == TitleRole.None)
                errors.Add(row.Error("head, part or link", row["role"]));
            else
                _roles[TokenKey.Of(row["form"])] = role;
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
    }

    /// <summary>The post of <paramref name="person"/> in the sentences where it stands with <paramref name="organisation"/>, or null.</summary>
    public string? Find(MaskedArticle article, int person, int organisation)
    {
        foreach (int index in article.MentionsOf[person])
        {
            MaskedMention name = article.Mentions[index];
            if (!article.MentionsOf[organisation].Any(other => article.Mentions[other].Sentence == name.Sentence))
                continue;
            if (After(article, name) is { } after)
                return after;
            if (Before(article, name) is { } before)
                return before;
        }
        return null;
    }

    // "Li Wei, PhD, chief executive officer of X": degrees and a comma may stand between.
    private string? After(MaskedArticle article, MaskedMention name)
    {
        int end = article.SentenceUnits[name.Sentence].End;
        int first = name.Unit + 1;
        for (int skipped = 0; first < end && Role(article, first) is TitleRole.None or TitleRole.Link && skipped < 8; skipped++)
        {
            // Only marks and degrees: a lower-case word begins a clause.
            if (article.Units[first].Mention >= 0 || char.IsLower(article.Document.NormalizedText[article.Units[first].Span.Start]) && !IsOneOf(article, first, "is", "was", "as", "the", "a", "its"))
                return null;
            first++;
        }
        int last = first;
        for (int unit = first; unit < end && unit - first < MaximumUnits && Role(article, unit) != TitleRole.None; unit++)
            last = Role(article, unit) == TitleRole.Link ? last : unit + 1;
        return Text(article, first, last);
    }

    // "X's chief executive, Li Wei", "X CEO Li Wei".
    private string? Before(MaskedArticle article, MaskedMention name)
    {
        int start = article.SentenceUnits[name.Sentence].First;
        int end = name.Unit;
        while (end > start && Role(article, end - 1) == TitleRole.Link || end > start && IsOneOf(article, end - 1, "dr", "prof", "."))
            end--;
        int first = end;
        for (int unit = end - 1; unit >= start && end - unit <= MaximumUnits && Role(article, unit) != TitleRole.None; unit--)
            first = Role(article, unit) == TitleRole.Link ? first : unit;
        return Text(article, first, end);
    }

    private string? Text(MaskedArticle article, int first, int end)
    {
        bool headed = false;
        for (int unit = first; unit < end; unit++)
            headed |= Role(article, unit) == TitleRole.Head;
        return headed ? article.Document.Text[article.Units[first].Span.Start..article.Units[end - 1].Span.End] : null;
    }

    private TitleRole Role(MaskedArticle article, int unit) => article.Units[unit].Mention >= 0 ? TitleRole.None : _roles.GetValueOrDefault(article.Units[unit].Key);

    private static bool IsOneOf(MaskedArticle article, int unit, params ReadOnlySpan<string> words)
    {
        ReadOnlySpan<char> text = article.Units[unit].Span.Of(article.Document.NormalizedText);
        foreach (string word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
