using System.Buffers;
using System.Text;

namespace Extraction.Pages.Decoding;

/// <summary>How much of a byte sequence is UTF-8.</summary>
/// <param name="MultiByte">Valid sequences of more than one byte.</param>
/// <param name="Damaged">Sequences that are no UTF-8; one cut off at the very end does not count, it is where the input was cut.</param>
internal readonly record struct Utf8Check(int MultiByte, int Damaged)
{
    public static Utf8Check Of(ReadOnlySpan<byte> bytes)
    {
        int multiByte = 0, damaged = 0;
        while (true)
        {
            int high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
                return new Utf8Check(multiByte, damaged);
            bytes = bytes[high..];
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int consumed);
            if (status == OperationStatus.Done)
                multiByte++;
            else if (status == OperationStatus.InvalidData)
                damaged++;
            bytes = bytes[consumed..];
        }
    }
}
