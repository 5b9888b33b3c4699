using System.Text;

namespace Extraction.Pages.Decoding;

/// <summary>Guesses the encoding of text that declares none and is no UTF-8, from which byte pairs it consists of.</summary>
/// <remarks>Each double-byte encoding has lead and trail bytes that its most frequent characters fall into; the best cover wins.</remarks>
internal static class LegacyEncoding
{
    private const int SampleBytes = 64 << 10;

    // Western text has single high bytes between ASCII letters: less than half of them form pairs in any of the double-byte encodings.
    private const double MinCover = 0.7;

    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        (string Name, double Cover)[] covers =
        [
            ("gb18030", Cover(sample, static (lead, trail) => lead is (>= 0xB0 and <= 0xD7) or 0xA1 or 0xA3 && trail >= 0xA1)),
            ("big5", Cover(sample, static (lead, trail) => lead is (>= 0xA4 and <= 0xC6) or 0xA1 && trail is (>= 0x40 and <= 0x7E) or >= 0xA1)),
            // Kanji whose second byte is ASCII do not count: an apostrophe and a letter of windows-1252 would be one.
            ("shift_jis", Cover(sample, static (lead, trail) => lead is >= 0x81 and <= 0x83 && trail >= 0x40 || lead is >= 0x88 and <= 0x97 && trail >= 0x80)),
            ("euc-kr", Cover(sample, static (lead, trail) => lead is >= 0xB0 and <= 0xC8 && trail >= 0xA1)),
        ];
        (string name, double cover) = covers.MaxBy(candidate => candidate.Cover);
        return CodePagesEncodingProvider.Instance.GetEncoding(cover >= MinCover ? name : "windows-1252")!; // Both names are of the provider's own list.
    }

    private static double Cover(ReadOnlySpan<byte> sample, Func<byte, byte, bool> isFrequent)
    {
        int pairs = 0, frequent = 0;
        for (int index = 0; index + 1 < sample.Length; index++)
        {
            if (sample[index] < 0x80)
                continue;
            pairs++;
            frequent += isFrequent(sample[index], sample[index + 1]) ? 1 : 0;
            // A pair in double-byte text takes both bytes; skipping only pairs keeps single high bytes of Western text from hiding each other.
            index += sample[index + 1] >= 0x40 ? 1 : 0;
        }
        return pairs == 0 ? 0 : (double)frequent / pairs;
    }
}
