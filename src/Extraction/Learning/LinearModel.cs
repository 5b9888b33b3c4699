using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Extraction.Learning;

/// <summary>Logistic regression over hashed features: one weight row per feature, one column per label (one against the rest).</summary>
/// <remarks>
/// Immutable and thread-safe. Weights are 16-bit integers with a scale per label and are summed as integers, so a score does not depend on the
/// order of the features. Layout: labels K, table slots S, bytes of the label block (ints); the labels in UTF-8, one a line, padded to 4 bytes;
/// K biases and K scales (floats); S fingerprints (uints, 0 = empty); S rows of K weights (shorts). A feature's slot is its low half scaled to S,
/// its fingerprint the high half; collisions move on by one. Two features share all 64 bits of evidence with a chance of about 1 in 10^9.
/// </remarks>
internal sealed class LinearModel
{
    // Features looked up together: their table slots are read one after another without waiting, which is what a look-up costs most.
    private const int Batch = 64;

    private readonly ReadOnlyMemory<byte> _fingerprints;
    private readonly ReadOnlyMemory<byte> _weights;
    private readonly float[] _biases;
    private readonly float[] _scales;
    private readonly int _slots;

    /// <summary>Opens a model in place.</summary>
    public LinearModel(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int labels = BinaryPrimitives.ReadInt32LittleEndian(span);
        _slots = BinaryPrimitives.ReadInt32LittleEndian(span[4..]);
        int labelBytes = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        Labels = Encoding.UTF8.GetString(span.Slice(12, labelBytes)).TrimEnd('\0').Split('\n');
        int next = 12 + labelBytes;
        _biases = MemoryMarshal.Cast<byte, float>(span.Slice(next, 4 * labels)).ToArray();
        _scales = MemoryMarshal.Cast<byte, float>(span.Slice(next + 4 * labels, 4 * labels)).ToArray();
        next += 8 * labels;
        _fingerprints = bytes.Slice(next, 4 * _slots);
        _weights = bytes.Slice(next + 4 * _slots, 2 * labels * _slots);
    }

    /// <summary>What each column says, in column order.</summary>
    public string[] Labels { get; }

    /// <summary>The table slot where the search for a feature begins.</summary>
    public static int Slot(ulong key, int slots) => (int)((ulong)(uint)key * (ulong)slots >> 32);

    /// <summary>What a slot remembers of its feature; never 0.</summary>
    public static uint Fingerprint(ulong key) => (uint)(key >> 32) is var high && high == 0 ? 1 : high;

    /// <summary>Writes the log-odds of every label.</summary>
    /// <param name="features">The hashed features.</param>
    /// <param name="scores">One place per label.</param>
    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        int labels = _biases.Length;
        Span<int> sums = stackalloc int[64];
        sums = labels <= sums.Length ? sums[..labels] : new int[labels];
        ReadOnlySpan<short> weights = MemoryMarshal.Cast<byte, short>(_weights.Span);
        Span<int> slots = stackalloc int[Batch];
        for (int first = 0; first < features.Length; first += Batch)
        {
            int known = FindSlots(features.Slice(first, Math.Min(Batch, features.Length - first)), slots);
            foreach (int slot in slots[..known])
            {
                Add(weights.Slice(slot * labels, labels), sums);
            }
        }
        for (int label = 0; label < labels; label++)
            scores[label] = sums[label] * _scales[label] + _biases[label];
    }

    /// <summary>The log-odds of a model with one label.</summary>
    public float Score(ReadOnlySpan<ulong> features) => Score(Sum(features));

    /// <summary>The summed weights of a model with one label: sums of parts of the features may be added before they are scored.</summary>
    [SkipLocalsInit]
    public int Sum(ReadOnlySpan<ulong> features)
    {
        ReadOnlySpan<short> weights = MemoryMarshal.Cast<byte, short>(_weights.Span);
        Span<int> slots = stackalloc int[Batch];
        int sum = 0;
        for (int first = 0; first < features.Length; first += Batch)
        {
            int known = FindSlots(features.Slice(first, Math.Min(Batch, features.Length - first)), slots);
            foreach (int slot in slots[..known])
                sum += weights[slot];
        }
        return sum;
    }

    /// <summary>The log-odds that a model with one label gives to summed weights.</summary>
    public float Score(int sum) => sum * _scales[0] + _biases[0];

    /// <summary>The label with the highest score and its probability among all labels (each label's odds against their sum).</summary>
    public (int Label, float Probability) Best(ReadOnlySpan<ulong> features)
    {
        Span<float> scores = stackalloc float[Labels.Length];
        Score(features, scores);
        int best = 0;
        float sum = 0;
        for (int label = 0; label < scores.Length; label++)
        {
            if (scores[label] > scores[best])
                best = label;
            sum += Probability(scores[label]);
        }
        return (best, Probability(scores[best]) / Math.Max(sum, 1e-6f));
    }

    /// <summary>The probability that log-odds stand for.</summary>
    public static float Probability(float logOdds) => 1f / (1f + MathF.Exp(-logOdds));

    private static void Add(ReadOnlySpan<short> row, Span<int> sums)
    {
        int label = 0;
        for (; label + Vector<short>.Count <= row.Length; label += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(row[label..]), out Vector<int> low, out Vector<int> high);
            (new Vector<int>(sums[label..]) + low).CopyTo(sums[label..]);
            Span<int> upper = sums[(label + Vector<int>.Count)..];
            (new Vector<int>(upper) + high).CopyTo(upper);
        }
        for (; label < row.Length; label++)
            sums[label] += row[label];
    }

    // Writes the slots of the known ones among at most Batch features, and returns how many there are.
    [SkipLocalsInit]
    private int FindSlots(ReadOnlySpan<ulong> features, Span<int> slots)
    {
        ReadOnlySpan<uint> fingerprints = MemoryMarshal.Cast<byte, uint>(_fingerprints.Span);
        Span<uint> heads = stackalloc uint[Batch];
        for (int index = 0; index < features.Length; index++)
            heads[index] = fingerprints[Slot(features[index], _slots)];
        int known = 0;
        for (int index = 0; index < features.Length; index++)
        {
            uint head = heads[index], wanted = Fingerprint(features[index]);
            int slot = Slot(features[index], _slots);
            for (; head != 0 && head != wanted; head = fingerprints[slot])
                slot = slot + 1 == _slots ? 0 : slot + 1;
            slots[known] = slot;
            known += head != 0 ? 1 : 0;
        }
        return known;
    }
}
