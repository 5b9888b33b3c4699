using System.Numerics;
using System.Runtime.InteropServices;
using Extraction.Entities;

namespace Extraction.Training.Entities;

/// <summary>Makes the file of a <see cref="MentionModel"/> from trained weights.</summary>
internal static class MentionModelWriter
{
    // Rows whose weights are all smaller than this decide nothing: dropping them halves the model and costs no accuracy.
    private const float LeastWeight = 0.02f;

    /// <summary>The file's bytes; equal weights give equal bytes.</summary>
    public static byte[] Write(CrfWeights trained)
    {
        int stride = trained.Tags.Stride;
        int[] kept = [.. Enumerable.Range(0, trained.Features.Length)
            .Where(row => trained.Weights.AsSpan(row * stride, trained.Tags.Count).ContainsAnyExceptInRange(-LeastWeight, LeastWeight))];
        float scale = trained.Weights.Max(MathF.Abs) / sbyte.MaxValue;
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, kept.Length + kept.Length / 2));
        (uint[] fingerprints, int[] rows) = Place(trained.Features, kept, slots);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(MentionModel.Magic);
        writer.Write(trained.Tags.Types);
        writer.Write(scale);
        writer.Write(slots);
        writer.Write(kept.Length);
        foreach (float[] part in trained.Transitions.Parts)
            writer.Write(MemoryMarshal.AsBytes<float>(part));
        writer.Write(MemoryMarshal.AsBytes<uint>(fingerprints));
        writer.Write(MemoryMarshal.AsBytes<int>(rows));
        foreach (int row in kept)
        {
            for (int label = 0; label < stride; label++)
                writer.Write((sbyte)MathF.Round(label < trained.Tags.Count ? trained.Weights[row * stride + label] / scale : 0));
        }
        writer.Flush();
        return stream.ToArray();
    }

    private static (uint[] Fingerprints, int[] Rows) Place(ulong[] names, int[] kept, int slots)
    {
        uint[] fingerprints = new uint[slots];
        int[] rows = new int[slots];
        for (int row = 0; row < kept.Length; row++)
        {
            ulong name = names[kept[row]];
            int slot = (int)name & (slots - 1);
            while (fingerprints[slot] != 0)
                slot = (slot + 1) & (slots - 1);
            fingerprints[slot] = MentionModel.Fingerprint(name);
            rows[slot] = row;
        }
        return (fingerprints, rows);
    }
}
