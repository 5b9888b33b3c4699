using System.Buffers.Binary;
using System.Numerics;
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

    private readonly uint[] _fingerprints;
    private readonly int[] _rows;
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
        _fingerprints = MemoryMarshal.Cast<byte, uint>(rest[..(4 * slots)]).ToArray();
        _rows = MemoryMarshal.Cast<byte, int>(rest.Slice(4 * slots, 4 * slots)).ToArray();
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
    public void AddWeights(ReadOnlySpan<ulong> features, Span<short> sums)
    {
        int mask = _fingerprints.Length - 1, stride = Tags.Stride;
        foreach (ulong feature in features)
        {
            uint fingerprint = Fingerprint(feature);
            for (int slot = (int)feature & mask; _fingerprints[slot] != 0; slot = (slot + 1) & mask)
            {
                if (_fingerprints[slot] != fingerprint)
                    continue;
                Add(_weights.AsSpan(_rows[slot] * stride, stride), sums);
                break;
            }
        }
    }

    /// <summary>The half of a feature's name that its slot holds; never 0, which marks an empty slot.</summary>
    public static uint Fingerprint(ulong feature) => (uint)(feature >> 32) | 1;

    private static void Add(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        int half = Vector<short>.Count;
        for (int label = 0; label < row.Length; label += Vector<sbyte>.Count)
        {
            if (row.Length - label < Vector<sbyte>.Count)
            {
                for (; label < row.Length; label++)
                    sums[label] += row[label];
                return;
            }
            Vector.Widen(new Vector<sbyte>(row[label..]), out Vector<short> low, out Vector<short> high);
            (new Vector<short>(sums[label..]) + low).CopyTo(sums[label..]);
            (new Vector<short>(sums[(label + half)..]) + high).CopyTo(sums[(label + half)..]);
        }
    }
}
