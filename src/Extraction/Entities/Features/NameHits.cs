namespace Extraction.Entities.Features;

/// <summary>Which known names cover which tokens, as small numbers: a lexicon and the place in the name.</summary>
/// <remarks>Rows of a jagged table in one array, so that a document costs two allocations however many names it holds.</remarks>
internal sealed class NameHits
{
    private readonly int[] _starts;
    private readonly ushort[] _values;

    private NameHits(int[] starts, ushort[] values)
    {
        _starts = starts;
        _values = values;
    }

    /// <summary>No names.</summary>
    public static NameHits None { get; } = new([], []);

    /// <summary>The hits at one token, ascending, each once.</summary>
    public ReadOnlySpan<ushort> At(int token) => token + 1 < _starts.Length ? _values.AsSpan(_starts[token].._starts[token + 1]) : [];

    /// <summary>Sorts single hits into a table.</summary>
    /// <param name="tokens">The number of tokens.</param>
    /// <param name="hits">Pairs of a token and a value, in any order; duplicates are dropped.</param>
    public static NameHits Build(int tokens, List<(int Token, ushort Value)> hits)
    {
        if (hits.Count == 0)
            return None;
        hits.Sort();
        int[] starts = new int[tokens + 1];
        ushort[] values = new ushort[hits.Count];
        int filled = 0, token = 0;
        for (int index = 0; index < hits.Count; index++)
        {
            if (index > 0 && hits[index] == hits[index - 1])
                continue;
            while (token < hits[index].Token)
                starts[++token] = filled;
            values[filled++] = hits[index].Value;
        }
        while (token < tokens)
            starts[++token] = filled;
        return new NameHits(starts, values);
    }
}
