using Extraction.Training.Learning;

namespace Extraction.Training.Clusters;

/// <summary>Spherical k-means: groups rows of length one by direction. Deterministic by seed.</summary>
internal static class KMeans
{
    private const int Iterations = 15;

    /// <summary>The number of its cluster, from 0, for each row.</summary>
    public static int[] Cluster(float[] rows, int width, int clusters, ulong seed)
    {
        int count = rows.Length / width;
        clusters = Math.Min(clusters, count);
        float[] centres = ChooseCentres(rows, width, clusters, seed);
        int[] assigned = new int[count];
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            for (int row = 0; row < count; row++)
                assigned[row] = Nearest(rows.AsSpan(row * width, width), centres, width);
            float[] sums = new float[centres.Length];
            for (int row = 0; row < count; row++)
                VectorRow.AddScaled(rows.AsSpan(row * width, width), 1, sums.AsSpan(assigned[row] * width, width));
            for (int cluster = 0; cluster < clusters; cluster++)
            {
                Span<float> centre = sums.AsSpan(cluster * width, width);
                // A cluster that lost all its rows keeps its old centre and may win some back.
                if (VectorRow.Dot(centre, centre) == 0)
                    centres.AsSpan(cluster * width, width).CopyTo(centre);
                VectorRow.Normalize(centre);
            }
            centres = sums;
        }
        return assigned;
    }

    // Different rows from the more frequent half of the words, which come first: their directions are the surest.
    private static float[] ChooseCentres(float[] rows, int width, int clusters, ulong seed)
    {
        int count = rows.Length / width;
        int[] order = [.. Enumerable.Range(0, Math.Max(clusters, count / 2))];
        new SplitMix(seed).Shuffle(order);
        float[] centres = new float[clusters * width];
        for (int cluster = 0; cluster < clusters; cluster++)
            rows.AsSpan(order[cluster] * width, width).CopyTo(centres.AsSpan(cluster * width));
        return centres;
    }

    private static int Nearest(ReadOnlySpan<float> row, float[] centres, int width)
    {
        int best = 0;
        float bestScore = float.NegativeInfinity;
        for (int cluster = 0; cluster * width < centres.Length; cluster++)
        {
            float score = VectorRow.Dot(row, centres.AsSpan(cluster * width, width));
            if (score > bestScore)
                (best, bestScore) = (cluster, score);
        }
        return best;
    }
}
