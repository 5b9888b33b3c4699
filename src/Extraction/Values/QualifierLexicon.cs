using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Finds the words before a figure that say how exactly it is stated; <c>seeds/rules/qualifiers.tsv</c> holds them.</summary>
internal sealed class QualifierLexicon
{
    // How many words without meaning of their own may stand between a qualifier and its figure: "up to an additional total of $5 million".
    private const int MaximumFillers = 4;

    private readonly Dictionary<ulong, List<(ulong[] Keys, Qualifier Qualifier)>> _byLast = [];
    private readonly HashSet<ulong> _fillers =
        [.. new[] { "a", "an", "of", "additional", "further", "another", "total", "combined", "aggregate", "potential", "to", "be", "worth" }.Select(word => TokenKey.Of(word))];

    /// <summary>Reads the phrases; columns <c>form</c> and <c>qualifier</c> (as the contract writes it).</summary>
    /// <exception cref="SeedException">A qualifier is none of the contract.</exception>
    public QualifierLexicon(SeedTable table)
    {
        table.RequireColumns("form", "qualifier", "example");
        var errors = new List<SeedError>();
        foreach (SeedRow row in table.Rows)
        {
            ulong[] keys = [.. Tokenizer.Tokenize(row["form"]).Select(token => token.Key)];
            if (!Enum.TryParse(row["qualifier"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out Qualifier qualifier) || keys.Length == 0)
            {
                errors.Add(row.Error("a phrase and about, up_to, over or under", row["qualifier"]));
                continue;
            }
            if (!_byLast.TryGetValue(keys[^1], out var phrases))
                _byLast.Add(keys[^1], phrases = []);
            phrases.Add((keys, qualifier));
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
        foreach (var phrases in _byLast.Values)
            phrases.Sort((left, right) => right.Keys.Length.CompareTo(left.Keys.Length));
    }

    /// <summary>Reads the qualifiers that end right before token <paramref name="index"/>.</summary>
    /// <returns>The qualifier and the first token of its words; <see cref="Qualifier.Exact"/> and <paramref name="index"/> when there are none.</returns>
    public (Qualifier Qualifier, int First) Before(ReadOnlySpan<Token> tokens, int index)
    {
        Qualifier found = Qualifier.Exact;
        int first = index, at = index, fillers = 0;
        while (at > 0 && fillers <= MaximumFillers)
        {
            if (Longest(tokens, at) is { } match)
            {
                found = found is Qualifier.Exact or Qualifier.About ? match.Qualifier == Qualifier.About && found != Qualifier.Exact ? found : match.Qualifier : found;
                at -= match.Length;
                first = at;
            }
            else if (_fillers.Contains(tokens[at - 1].Key))
            {
                at--;
                fillers++;
            }
            else
            {
                break;
            }
        }
        return (found, first);
    }

    private (Qualifier Qualifier, int Length)? Longest(ReadOnlySpan<Token> tokens, int end)
    {
        if (!_byLast.TryGetValue(tokens[end - 1].Key, out var phrases))
            return null;
        foreach ((ulong[] keys, Qualifier qualifier) in phrases)
        {
            if (keys.Length > end)
                continue;
            int offset = 0;
            while (offset < keys.Length && tokens[end - keys.Length + offset].Key == keys[offset])
                offset++;
            if (offset == keys.Length)
                return (qualifier, keys.Length);
        }
        return null;
    }
}
