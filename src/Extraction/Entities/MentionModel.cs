using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Extraction.Entities.Sequences;

namespace Extraction.Entities;

/// <summary>What the recogniser has learnt: a row of weights per feature, and the transitions between labels.</summary>
/// <remarks>
/// The file <c>models/entities.bin</c>, made by <c>cgt train entities</c>; DESIGN.md describes its layout. Weights are single bytes: 64 labels are
/// one cache line, and a sum of some hundred of them fits a 16-bit lane. Immutable.
/// </remarks>
internal sealed class MentionModel
{
    /// <summary>The first four bytes of the file, <c>ENT1</c>.</summary>
    public const uint Magic = 0x31544E45;

    // Features looked up together: their table slots are read one after another without waiting, which is what a look-up costs most.
    private const int Batch = 64;

    // Invariant: a slot holds a feature's fingerprint in its upper half and its row in its lower half; 0 is an empty slot.
    private readonly ulong[] _slots;
    private readonly sbyte[] _weights;

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is not an entity model.</exception>
    public MentionModel(ReadOnlySpan<byte> model)
    {
        if (model.Length < 20 || BinaryPrimitives.ReadUInt32LittleEndian(model) != Magic)
            throw new InvalidDataException("Expected an entity model that begins with ENT1.");
        Tags = new TagSet(BinaryPrimitives.ReadInt32LittleEndian(model[4..]));
        Scale = BinaryPrimitives.ReadSingleLittleEndian(model[8..]);
        int slots = BinaryPrimitives.ReadInt32LittleEndian(model[12..]), rows = BinaryPrimitives.ReadInt32LittleEndian(model[16..]);
        ReadOnlySpan<byte> rest = model[20..];
        Transitions = new Transitions(Tags);
        foreach (float[] part in Transitions.Parts)
        {
            MemoryMarshal.Cast<byte, float>(rest[..(4 * part.Length)]).CopyTo(part);
            rest = rest[(4 * part.Length)..];
        }
        ReadOnlySpan<uint> fingerprints = MemoryMarshal.Cast<byte, uint>(rest[..(4 * slots)]);
        ReadOnlySpan<uint> rowNumbers = MemoryMarshal.Cast<byte, uint>(rest.Slice(4 * slots, 4 * slots));
        _slots = new ulong[slots];
        for (int slot = 0; slot < slots; slot++)
            _slots[slot] = fingerprints[slot] == 0 ? 0 : (ulong)fingerprints[slot] << 32 | rowNumbers[slot];
        _weights = MemoryMarshal.Cast<byte, sbyte>(rest.Slice(8 * slots, rows * Tags.Stride)).ToArray();
    }

    /// <summary>The labels.</summary>
    public TagSet Tags { get; }

    /// <summary>The scores of one label after another.</summary>
    public Transitions Transitions { get; }

    /// <summary>What one unit of a stored weight is worth.</summary>
    public float Scale { get; }

    /// <summary>Adds the weights of every known feature to a row of sums.</summary>
    /// <param name="features">Names of features.</param>
    /// <param name="sums">A row of <see cref="TagSet.Stride"/> sums, in units of <see cref="Scale"/>.</param>
    [SkipLocalsInit]
    public void AddWeights(ReadOnlySpan<ulong> features, Span<short> sums)
    {
        Span<int> rows = stackalloc int[Batch];
        for (int first = 0; first < features.Length; first += Batch)
        {
            int known = FindRows(features.Slice(first, Math.Min(Batch, features.Length - first)), rows);
            AddRows(rows[..known], sums);
        }
    }

    [SkipLocalsInit]
    private int FindRows(ReadOnlySpan<ulong> features, Span<int> rows)
    {
        Span<ulong> heads = stackalloc ulong[Batch];
        int mask = _slots.Length - 1, known = 0;
        for (int index = 0; index < features.Length; index++)
            heads[index] = _slots[(int)features[index] & mask];
        for (int index = 0; index < features.Length; index++)
        {
            ulong head = heads[index];
            uint fingerprint = Fingerprint(features[index]);
            for (int slot = (int)features[index] & mask; head != 0 && (uint)(head >> 32) != fingerprint; head = _slots[slot])
                slot = (slot + 1) & mask;
            rows[known] = (int)head;
            known += head != 0 ? 1 : 0;
        }
        return known;
    }

    /// <summary>The half of a feature's name that its slot holds; never 0, which marks an empty slot.</summary>
    public static uint Fingerprint(ulong feature) => (uint)(feature >> 32) | 1;

    // The sums stay in registers while the rows go by; integers, so that their order does not matter.
    private void AddRows(ReadOnlySpan<int> rows, Span<short> sums)
    {
        int stride = Tags.Stride, half = Vector<short>.Count, label = 0;
        for (; label + Vector<sbyte>.Count <= stride; label += Vector<sbyte>.Count)
        {
            var low = new Vector<short>(sums[label..]);
            var high = new Vector<short>(sums[(label + half)..]);
            foreach (int row in rows)
            {
                Vector.Widen(new Vector<sbyte>(_weights, row * stride + label), out Vector<short> lowWeights, out Vector<short> highWeights);
                low += lowWeights;
                high += highWeights;
            }
            low.CopyTo(sums[label..]);
            high.CopyTo(sums[(label + half)..]);
        }
        for (; label < stride; label++)
        {
            foreach (int row in rows)
                sums[label] += _weights[row * stride + label];
        }
    }
}
