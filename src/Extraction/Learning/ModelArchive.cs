using System.Buffers.Binary;
using System.Text;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Learning;

/// <summary>Several named models in one file, read in place.</summary>
/// <remarks>
/// Layout, little-endian: 8 bytes <see cref="Magic"/>, number of entries (int), zero (int); per entry the key of its name (8 bytes), offset and
/// length (ints); then the models, each at a multiple of 8 bytes. <c>ModelArchiveWriter</c> of the training project writes it.
/// </remarks>
internal sealed class ModelArchive
{
    /// <summary>The first eight bytes of every archive; the digit is the version of the layout and of the models' own layouts.</summary>
    public const string Magic = "CGTMODL1";

    /// <summary>Bytes before the first entry.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Bytes of one entry of the directory.</summary>
    public const int EntryBytes = 16;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _name;

    /// <summary>Opens an archive.</summary>
    /// <param name="name">What messages call it: the file's name.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="InvalidDataException">The bytes are no archive of this version.</exception>
    public ModelArchive(string name, ReadOnlyMemory<byte> bytes)
    {
        _name = name;
        _bytes = bytes;
        if (bytes.Length < HeaderBytes || !bytes.Span[..8].SequenceEqual(Encoding.ASCII.GetBytes(Magic)))
            throw new InvalidDataException($"{name} is no model archive of version {Magic}: train it anew.");
    }

    /// <summary>The archive <c>models/NAME</c> that is built into the assembly.</summary>
    public static ModelArchive Embedded(string name) => new(name, MappedMemory.Of(EmbeddedData.Model(name)));

    /// <summary>The bytes of the named model.</summary>
    /// <exception cref="InvalidDataException">The archive holds no such model.</exception>
    public ReadOnlyMemory<byte> this[string model] => Find(model)
        ?? throw new InvalidDataException($"{_name} holds no model '{model}': train it anew.");

    /// <summary>Whether the archive holds the named model.</summary>
    public bool Contains(string model) => Find(model) is not null;

    private ReadOnlyMemory<byte>? Find(string model)
    {
        ulong key = TokenKey.Of(model);
        ReadOnlySpan<byte> span = _bytes.Span;
        int count = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        for (int entry = 0; entry < count; entry++)
        {
            ReadOnlySpan<byte> row = span.Slice(HeaderBytes + entry * EntryBytes, EntryBytes);
            if (BinaryPrimitives.ReadUInt64LittleEndian(row) == key)
                return _bytes.Slice(BinaryPrimitives.ReadInt32LittleEndian(row[8..]), BinaryPrimitives.ReadInt32LittleEndian(row[12..]));
        }
        return null;
    }
}
