using System.Text;
using Extraction.Learning;

namespace Extraction.Training.Learning;

/// <summary>Writes trained weights in the layout of <see cref="LinearModel"/>.</summary>
internal static class LinearModelWriter
{
    // Three of four slots taken: probes stay short and a quarter of the table is waste.
    private const double Load = 0.75;

    // Weights below this share of the label's largest weight are dropped when all labels' are: they move no decision but fill the table.
    private const float Negligible = 0.002f;

    /// <summary>The model of several labels over the same rows' features.</summary>
    /// <param name="keys">The features, by column.</param>
    /// <param name="labels">What each label is called; no line breaks.</param>
    /// <param name="weights">Each label's weights.</param>
    public static byte[] Write(IReadOnlyList<ulong> keys, IReadOnlyList<string> labels, IReadOnlyList<LinearWeights> weights)
    {
        float[] scales = [.. weights.Select(label => Math.Max(1e-9f, label.Columns.Length == 0 ? 0 : label.Columns.Max(Math.Abs)) / short.MaxValue)];
        int[] columns = [.. Enumerable.Range(0, keys.Count).Where(column => IsUseful(column, weights, scales)).OrderBy(column => keys[column])];
        int slots = (int)(columns.Length / Load) + 2;
        var fingerprints = new uint[slots];
        var table = new short[slots * weights.Count];
        foreach (int column in columns)
        {
            int slot = LinearModel.Slot(keys[column], slots);
            while (fingerprints[slot] != 0)
                slot = (slot + 1) % slots;
            fingerprints[slot] = LinearModel.Fingerprint(keys[column]);
            for (int label = 0; label < weights.Count; label++)
                table[slot * weights.Count + label] = (short)Math.Round(weights[label].Columns[column] / scales[label]);
        }
        byte[] names = Encoding.UTF8.GetBytes(string.Join('\n', labels));
        Array.Resize(ref names, (names.Length + 3) / 4 * 4);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(weights.Count);
        writer.Write(slots);
        writer.Write(names.Length);
        writer.Write(names);
        foreach (LinearWeights label in weights)
            writer.Write(label.Bias);
        foreach (float scale in scales)
            writer.Write(scale);
        foreach (uint fingerprint in fingerprints)
            writer.Write(fingerprint);
        foreach (short weight in table)
            writer.Write(weight);
        writer.Flush();
        return stream.ToArray();
    }

    private static bool IsUseful(int column, IReadOnlyList<LinearWeights> weights, float[] scales)
    {
        for (int label = 0; label < weights.Count; label++)
        {
            if (Math.Abs(weights[label].Columns[column]) > Negligible * scales[label] * short.MaxValue)
                return true;
        }
        return false;
    }
}
