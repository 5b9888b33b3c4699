using System.Buffers;

namespace Extraction.Learning;

/// <summary>Bytes of the mapped assembly as memory that objects can hold; lives as long as the process, so nothing is ever freed.</summary>
internal sealed unsafe class MappedMemory : MemoryManager<byte>
{
    private readonly byte* _start;
    private readonly int _length;

    private MappedMemory(byte* start, int length)
    {
        _start = start;
        _length = length;
    }

    /// <summary>Wraps <paramref name="bytes"/>, which must not lie on the managed heap (<see cref="Seeds.EmbeddedData.Model"/> gives such bytes).</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
            return new MappedMemory(start, bytes.Length).Memory;
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
        // Unmanaged memory does not move: there is nothing to release.
    }

    protected override void Dispose(bool disposing)
    {
        // The operating system owns the mapping.
    }
}
