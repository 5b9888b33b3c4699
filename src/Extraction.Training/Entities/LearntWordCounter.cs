using System.Runtime.InteropServices;
using Extraction.Entities;
using Extraction.Entities.Features;
using Extraction.Tokens;

namespace Extraction.Training.Entities;

/// <summary>Counts what a model takes each word of unlabelled articles for.</summary>
internal sealed class LearntWordCounter(int types)
{
    // Rarer words have no habits; the share of their most frequent label falls into one of four classes.
    private const int LeastCount = 3;
    private const double LeastNameShare = 0.05;

    private readonly Dictionary<ulong, int[]> _counts = [];

    /// <summary>Reads the articles with <paramref name="recognizer"/> and returns the bytes of a <see cref="LearntWords"/>.</summary>
    public static byte[] Count(IReadOnlyList<Document> articles, MentionRecognizer recognizer, int types)
    {
        LearntWordCounter total = articles.AsParallel().WithDegreeOfParallelism(2).Aggregate(
            () => new LearntWordCounter(types),
            (counter, article) => counter.Add(recognizer.Annotate(article)),
            (left, right) => left.Merge(right),
            counter => counter);
        return total.Write();
    }

    private LearntWordCounter Add(Document document)
    {
        int next = 0;
        foreach (Token token in document.Tokens)
        {
            if (token.Kind is TokenKind.Mark or TokenKind.Number or TokenKind.Possessive)
                continue;
            while (next < document.Mentions.Length && document.Mentions[next].Span.End <= token.Start)
                next++;
            bool named = next < document.Mentions.Length && document.Mentions[next].Span.Start <= token.Start;
            At(WordForm.HashExact(token.Span.Of(document.NormalizedText)))[named ? (int)document.Mentions[next].Type : types]++;
        }
        return this;
    }

    private LearntWordCounter Merge(LearntWordCounter other)
    {
        foreach ((ulong word, int[] counts) in other._counts)
        {
            int[] sums = At(word);
            for (int label = 0; label <= types; label++)
                sums[label] += counts[label];
        }
        return this;
    }

    private int[] At(ulong word) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _) ??= new int[types + 1];

    private byte[] Write()
    {
        (ulong Word, int[] Counts)[] kept = [.. _counts.Select(pair => (pair.Key, pair.Value))
            .Where(word => word.Value.Sum() >= LeastCount && word.Value[types] <= (1 - LeastNameShare) * word.Value.Sum())
            .OrderBy(word => word.Key)];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(kept.Length);
        writer.Write(0);
        foreach ((ulong word, _) in kept)
            writer.Write(word);
        foreach ((_, int[] counts) in kept)
            writer.Write(Habit(counts));
        writer.Flush();
        return stream.ToArray();
    }

    private static byte Habit(int[] counts)
    {
        int label = Array.IndexOf(counts, counts.Max());
        double share = (double)counts[label] / counts.Sum();
        int level = share >= 0.95 ? 3 : share >= 0.75 ? 2 : share >= 0.5 ? 1 : 0;
        return (byte)(1 + 4 * label + level);
    }
}
