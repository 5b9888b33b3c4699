using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Relations;

/// <summary>A pattern of <c>seeds/rules/gene-roles.tsv</c>: words on either side of a gene that say what is done to it.</summary>
internal sealed class GeneRolePattern
{
    private const string Anchor = "@target", Gap = "*";

    // The most words that a gap stands for.
    private const int MaximumGap = 4;

    // Outwards from the gene: the keys that fit at each place, null for a gap.
    private readonly HashSet<ulong>?[] _left;
    private readonly HashSet<ulong>?[] _right;

    private GeneRolePattern(RelationType relation, string[] parts, int anchor)
    {
        Relation = relation;
        _left = [.. parts[..anchor].Reverse().Select(Keys)];
        _right = [.. parts[(anchor + 1)..].Select(Keys)];
    }

    /// <summary>The relation that it states.</summary>
    public RelationType Relation { get; }

    /// <summary>Reads the patterns; columns <c>relation</c>, <c>pattern</c>, <c>example</c>.</summary>
    /// <exception cref="SeedException">A relation is neither edits nor delivers, or a pattern does not hold one @target.</exception>
    public static GeneRolePattern[] Read(SeedTable table)
    {
        table.RequireColumns("relation", "pattern", "example");
        var errors = new List<SeedError>();
        var patterns = new List<GeneRolePattern>();
        foreach (SeedRow row in table.Rows)
        {
            string[] parts = row["pattern"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!Enum.TryParse(row["relation"], ignoreCase: true, out RelationType relation) || relation is not (RelationType.Edits or RelationType.Delivers))
                errors.Add(row.Error("edits or delivers", row["relation"]));
            else if (parts.Count(part => part == Anchor) != 1)
                errors.Add(row.Error("a pattern with one @target", row["pattern"]));
            else
                patterns.Add(new GeneRolePattern(relation, parts, Array.IndexOf(parts, Anchor)));
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
        return [.. patterns];
    }

    /// <summary>Whether the words around <paramref name="mention"/>, or around the enumeration that it stands in, fit.</summary>
    public bool Fits(MaskedArticle article, MaskedMention mention)
    {
        (int first, int end) = article.SentenceUnits[mention.Sentence];
        return Fits(_left, 0, article.Units[first..mention.ListFirst], -1) && Fits(_right, 0, article.Units[(mention.ListLast + 1)..end], 1);
    }

    // Matches the rest of a side, from its end (step -1) or its start (step 1).
    private static bool Fits(HashSet<ulong>?[] parts, int part, ReadOnlySpan<MaskedUnit> units, int step)
    {
        if (part == parts.Length)
            return true;
        if (parts[part] is { } keys)
        {
            return units.Length > 0 && keys.Contains(step > 0 ? units[0].Key : units[^1].Key)
                && Fits(parts, part + 1, step > 0 ? units[1..] : units[..^1], step);
        }
        for (int skipped = 0; skipped <= MaximumGap && skipped <= units.Length; skipped++)
        {
            if (Fits(parts, part + 1, step > 0 ? units[skipped..] : units[..^skipped], step))
                return true;
        }
        return false;
    }

    private static HashSet<ulong>? Keys(string part) => part == Gap ? null : [.. part.Split('|').Select(word => TokenKey.Of(word))];
}
