using System.Text;

namespace Extraction.Pages.Decoding;

/// <summary>Finds the encodings that pages declare.</summary>
internal static class CharsetLabel
{
    // The standard looks at 1,024 bytes; saved pages carry comments of the saving program before the head.
    private const int PrescanBytes = 4096;

    /// <summary>The encoding of a label as pages write it, null when there is no such encoding.</summary>
    public static Encoding? Find(string? label)
    {
        if (label is null)
            return null;
        // The WHATWG standard reads these labels as supersets, as browsers always did; UTF-16 in a byte-wise readable meta cannot be true.
        string name = label.Trim().Trim('"', '\'').ToLowerInvariant() switch
        {
            "gb2312" or "gb_2312-80" or "gbk" or "x-gbk" or "gb18030" or "chinese" => "gb18030",
            "iso-8859-1" or "latin1" or "ascii" or "us-ascii" or "windows-1252" or "cp1252" => "windows-1252",
            "utf8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode" => "utf-8",
            "big5-hkscs" => "big5",
            "sjis" or "x-sjis" or "shift-jis" or "windows-31j" => "shift_jis",
            "ks_c_5601-1987" => "euc-kr",
            var other => other,
        };
        if (name is "utf-8")
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // Pages declare what they like; an unknown label is as good as none.
            return null;
        }
    }

    /// <summary>The encoding that a <c>meta</c> element or an XML declaration at the start of the page names.</summary>
    public static Encoding? Prescan(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, PrescanBytes)];
        return After(head, "charset"u8) ?? (head.TrimStart(" \t\r\n"u8).StartsWith("<?xml"u8) ? After(head, "encoding"u8) : null);
    }

    private static Encoding? After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        for (int start = 0; start < head.Length; start++)
        {
            if (head.Length - start <= name.Length || !Ascii.EqualsIgnoreCase(head.Slice(start, name.Length), name))
                continue;
            ReadOnlySpan<byte> rest = head[(start + name.Length)..].TrimStart(" \t\r\n"u8);
            if (rest.IsEmpty || rest[0] != (byte)'=')
                continue;
            rest = rest[1..].TrimStart(" \t\r\n\"'"u8);
            int end = rest.IndexOfAny(" \t\r\n\"';>/?"u8);
            if (end > 0 && Find(Encoding.ASCII.GetString(rest[..end])) is { } encoding)
                return encoding;
        }
        return null;
    }
}
