using Extraction.Gazetteers;

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

    /// <summary>The hits of a gazetteer's matches; of the names of one lexicon only the longest at each place counts.</summary>
    /// <param name="tokens">The number of tokens of the document.</param>
    /// <param name="matches">As <see cref="Gazetteer.FindAll"/> orders them.</param>
    public static NameHits Read(int tokens, List<GazetteerMatch> matches)
    {
        if (matches.Count == 0)
            return None;
        var hits = new List<(int Token, ushort Value)>(2 * matches.Count);
        Span<int> ends = stackalloc int[256];
        ends.Clear();
        // Backwards within the names that begin at one token: the longest comes last.
        for (int group = 0; group < matches.Count;)
        {
            int end = group;
            while (end < matches.Count && matches[end].FirstToken == matches[group].FirstToken)
                end++;
            for (int index = end - 1; index >= group; index--)
            {
                GazetteerMatch match = matches[index];
                if (match.EndToken <= ends[(int)match.Lexicon])
                    continue;
                ends[(int)match.Lexicon] = match.EndToken;
                for (int token = match.FirstToken; token < match.EndToken; token++)
                    hits.Add((token, Value(match, token)));
            }
            group = end;
        }
        return Build(tokens, hits);
    }

    private static ushort Value(GazetteerMatch match, int token)
    {
        int place = (token == match.FirstToken ? 1 : 0) | (token == match.EndToken - 1 ? 2 : 0);
        int ambiguous = (match.Traits & MatchTraits.Ambiguous) != 0 ? 1 : 0;
        return (ushort)((int)match.Lexicon << 3 | ambiguous << 2 | place);
    }

    private static NameHits Build(int tokens, List<(int Token, ushort Value)> hits)
    {
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
