using System.Text;

namespace Extraction.Pages.Decoding;

/// <summary>Recognises bytes that are no text.</summary>
internal static class BinaryContent
{
    private const int SampleBytes = 64 << 10;

    // Text has no control characters but white space, and escape in old Japanese encodings; stray ones occur in damaged pages.
    private const double MaxControlShare = 0.02;

    // In UTF-16 without a mark nearly every second byte of markup and Western text is zero.
    private const double MinZeroShare = 0.35;

    /// <summary>Why the bytes are some other kind of file, null when they do not look like one.</summary>
    public static string? Recognize(ReadOnlySpan<byte> bytes)
    {
        string? kind = bytes switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF file",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or office document",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
            [0x1F, 0x8B, ..] => "compressed data",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old office document",
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "an archive",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "an RTF file",
            _ => null,
        };
        return kind is null ? null : $"The content is {kind}, not text.";
    }

    /// <summary>UTF-16 without a byte order mark, null when the bytes are not that.</summary>
    public static Encoding? RecognizeUtf16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        int even = 0, odd = 0;
        for (int index = 0; index + 1 < sample.Length; index += 2)
        {
            even += sample[index] == 0 ? 1 : 0;
            odd += sample[index + 1] == 0 ? 1 : 0;
        }
        int pairs = sample.Length / 2;
        if (odd > MinZeroShare * pairs && even * 10 < odd)
            return Encoding.Unicode;
        return even > MinZeroShare * pairs && odd * 10 < even ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Why bytes of no known kind are no text, null when they may be text.</summary>
    public static string? RecognizeControls(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        int controls = 0;
        foreach (byte value in sample)
            controls += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or 0x1B) ? 1 : 0;
        return controls > MaxControlShare * sample.Length ? "The content is binary, not text." : null;
    }
}
