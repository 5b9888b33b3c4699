using Extraction.Tokens;

namespace Extraction.Training.Clusters;

/// <summary>The words of a corpus that come often enough, and the corpus as numbers of these words.</summary>
internal sealed class Vocabulary
{
    private Vocabulary(ulong[] keys, int[] counts, List<int[]> lines)
    {
        Keys = keys;
        Counts = counts;
        Lines = lines;
    }

    /// <summary>The words' token keys, most frequent first.</summary>
    public ulong[] Keys { get; }

    /// <summary>How often each word comes.</summary>
    public int[] Counts { get; }

    /// <summary>The lines of the corpus as numbers of words; rare words are left out.</summary>
    public List<int[]> Lines { get; }

    /// <summary>Reads the corpus.</summary>
    public static Vocabulary Read(IEnumerable<string> texts, int leastCount)
    {
        var lines = new List<ulong[]>();
        var counts = new Dictionary<ulong, int>();
        foreach (string line in texts.SelectMany(text => TextNormalizer.Normalize(text).Split('\n')))
        {
            ulong[] keys = [.. Tokenizer.Tokenize(line).Where(token => token.Kind != TokenKind.Number).Select(token => token.Key)];
            lines.Add(keys);
            foreach (ulong key in keys)
                counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        KeyValuePair<ulong, int>[] kept = [.. counts.Where(pair => pair.Value >= leastCount).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)];
        Dictionary<ulong, int> numbers = kept.Select((pair, number) => (pair.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number);
        return new Vocabulary([.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => pair.Value)],
            [.. lines.Select(line => line.Where(numbers.ContainsKey).Select(key => numbers[key]).ToArray()).Where(line => line.Length > 1)]);
    }
}
