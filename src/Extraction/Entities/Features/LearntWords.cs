using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extraction.Entities.Features;

/// <summary>What each word usually is part of, as a first model read it in many unlabelled articles.</summary>
/// <remarks>
/// A part of <c>entities.bin</c>. Layout, little endian: the number of words, their exact hashes in ascending order, then a byte a word: one plus
/// four times the most frequent label (a type, or the number of types for none) plus a class of its share. Immutable.
/// </remarks>
internal sealed class LearntWords
{
    private readonly ulong[] _words;
    private readonly byte[] _habits;

    /// <summary>Reads the part.</summary>
    public LearntWords(ReadOnlySpan<byte> bytes)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        _words = MemoryMarshal.Cast<byte, ulong>(bytes.Slice(8, 8 * count)).ToArray();
        _habits = bytes.Slice(8 + 8 * count, count).ToArray();
    }

    private LearntWords()
    {
        _words = [];
        _habits = [];
    }

    /// <summary>Knows no word.</summary>
    public static LearntWords None { get; } = new();

    /// <summary>The habit of the word with the exact hash <paramref name="exact"/>; 0 when it is unknown.</summary>
    public byte Find(ulong exact)
    {
        int index = Array.BinarySearch(_words, exact);
        return index < 0 ? (byte)0 : _habits[index];
    }
}
