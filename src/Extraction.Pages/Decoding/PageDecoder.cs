using System.Text;

namespace Extraction.Pages.Decoding;

/// <summary>Turns a page's bytes into text, in the order of the WHATWG encoding sniffing: mark, container, meta, UTF-8, legacy.</summary>
/// <remarks>
/// One departure: bytes that are valid UTF-8 with multi-byte sequences are UTF-8 whatever the page declares, because saved pages are often
/// stored in another encoding than the one their markup names, and text of another encoding is hardly ever valid UTF-8.
/// </remarks>
internal static class PageDecoder
{
    // Text with fewer damaged sequences than one in this many of its multi-byte ones is damaged UTF-8, whatever it declares.
    private const int DamageShare = 10;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    public static DecodedText Decode(Page page)
    {
        ReadOnlySpan<byte> bytes = page.Content.Span;
        if (BinaryContent.Recognize(bytes) is { } binary)
            return new DecodedText(null, null, binary);
        if (ByteOrderMark(bytes) is { } marked)
            return Decode(bytes[marked.GetPreamble().Length..], marked);
        if (BinaryContent.RecognizeUtf16(bytes) is { } wide)
            return Decode(bytes, wide);
        if (BinaryContent.RecognizeControls(bytes) is { } controls)
            return new DecodedText(null, null, controls);
        Utf8Check check = Utf8Check.Of(bytes);
        if (check.Damaged == 0)
            return Decode(bytes, Utf8);
        if (check.Damaged * DamageShare < check.MultiByte)
            return Decode(bytes, Utf8);
        Encoding? declared = CharsetLabel.Find(page.Charset) ?? (page.Kind == PageKind.Html ? CharsetLabel.Prescan(bytes) : null);
        if (declared is not null && declared.CodePage != Utf8.CodePage)
            return Decode(bytes, declared);
        if (declared is not null && check.Damaged < check.MultiByte)
            return Decode(bytes, Utf8);
        return Decode(bytes, LegacyEncoding.Detect(bytes));
    }

    private static DecodedText Decode(ReadOnlySpan<byte> bytes, Encoding encoding) => new(encoding.GetString(bytes), encoding.WebName, null);

    private static Encoding? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        _ => null,
    };
}
