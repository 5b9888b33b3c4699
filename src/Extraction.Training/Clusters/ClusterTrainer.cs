using System.Runtime.InteropServices;
using Extraction.Entities.Features;

namespace Extraction.Training.Clusters;

/// <summary>Groups the words of unlabelled articles by how they are used.</summary>
public static class ClusterTrainer
{
    private const int LeastCount = 5;

    // Coarse, middle, fine. The study found the finest to matter least and all three together most (shared/study/ENTITIES.md).
    private static readonly int[] Sizes = [64, 256, 1000];

    /// <summary>Trains the model <c>clusters.bin</c>; the same texts and seed give the same bytes.</summary>
    /// <param name="texts">Texts of articles.</param>
    /// <param name="seed">Fixes every random choice.</param>
    public static byte[] Train(IEnumerable<string> texts, ulong seed)
    {
        var vocabulary = Vocabulary.Read(texts, LeastCount);
        var options = new WordVectorOptions { Seed = seed };
        float[] vectors = WordVectorTrainer.Train(vocabulary, options);
        for (int row = 0; row < vocabulary.Keys.Length; row++)
            VectorRow.Normalize(vectors.AsSpan(row * options.Dimensions, options.Dimensions));
        int[][] clusters = [.. Sizes.Select(size => KMeans.Cluster(vectors, options.Dimensions, size, seed))];
        return Write(vocabulary.Keys, clusters);
    }

    private static byte[] Write(ulong[] keys, int[][] clusters)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(index => keys[index])];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(WordClusters.Magic);
        writer.Write(keys.Length);
        writer.Write(MemoryMarshal.AsBytes<ulong>(Array.ConvertAll(order, index => keys[index])));
        // Numbers begin with 1: 0 stands for words that the model does not know.
        foreach (int index in order)
        {
            foreach (int[] cluster in clusters)
                writer.Write((ushort)(cluster[index] + 1));
        }
        writer.Flush();
        return stream.ToArray();
    }
}
