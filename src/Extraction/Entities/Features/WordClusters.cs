using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extraction.Entities.Features;

/// <summary>The clusters of one word, coarse to fine; 0 where the word is unknown.</summary>
internal readonly record struct WordClasses(ushort Coarse, ushort Middle, ushort Fine);

/// <summary>Words that are used alike share a cluster: the model <c>clusters.bin</c>, made by <c>cgt train clusters</c>.</summary>
/// <remarks>
/// Layout, little endian: the magic, the number of words, their keys in ascending order, then three 16-bit clusters a word. Immutable.
/// </remarks>
internal sealed class WordClusters
{
    /// <summary>The first four bytes of the file, <c>CLU1</c>.</summary>
    public const uint Magic = 0x31554C43;

    private readonly ulong[] _keys;
    private readonly ushort[] _clusters;

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is not a cluster model.</exception>
    public WordClusters(ReadOnlySpan<byte> model)
    {
        if (model.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(model) != Magic)
            throw new InvalidDataException("Expected a cluster model that begins with CLU1.");
        int count = BinaryPrimitives.ReadInt32LittleEndian(model[4..]);
        _keys = MemoryMarshal.Cast<byte, ulong>(model.Slice(8, 8 * count)).ToArray();
        _clusters = MemoryMarshal.Cast<byte, ushort>(model.Slice(8 + 8 * count, 6 * count)).ToArray();
    }

    private WordClusters()
    {
        _keys = [];
        _clusters = [];
    }

    /// <summary>Knows no word.</summary>
    public static WordClusters None { get; } = new();

    /// <summary>The clusters of the word with the token key <paramref name="key"/>.</summary>
    public WordClasses Find(ulong key)
    {
        int index = Array.BinarySearch(_keys, key);
        return index < 0 ? default : new WordClasses(_clusters[3 * index], _clusters[3 * index + 1], _clusters[3 * index + 2]);
    }
}
