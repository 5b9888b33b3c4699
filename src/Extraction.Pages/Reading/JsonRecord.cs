using System.Text;
using System.Text.Json;

namespace Extraction.Pages.Reading;

/// <summary>Reads one JSON object with <c>text</c> or <c>html</c> and, if given, <c>id url title site author date</c> (or <c>published</c>).</summary>
internal static class JsonRecord
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Takes off the byte order mark and white space around a record.</summary>
    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> record)
    {
        if (record.Span.StartsWith(Mark))
            record = record[Mark.Length..];
        return record.Trim(" \t\r\n"u8);
    }

    /// <summary>Reads the only value of a text.</summary>
    public static Outcome<Page> Read(ref Utf8JsonReader reader, string source)
    {
        try
        {
            reader.Read();
            Outcome<Page> page = ReadCurrent(ref reader, source);
            if (page.Succeeded)
                reader.Read();
            return page;
        }
        catch (JsonException exception)
        {
            return SyntaxFailure(source, exception);
        }
    }

    /// <summary>Reads the value that <paramref name="reader"/> stands on, to its end.</summary>
    /// <exception cref="JsonException">The syntax is wrong.</exception>
    public static Outcome<Page> ReadCurrent(ref Utf8JsonReader reader, string source)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return new DocumentFailure(source, InputReader.Stage, "Expected a JSON object with 'text' or 'html'.");
        }
        var page = new Page { Source = source, Content = default, Charset = Encoding.UTF8.WebName };
        byte[]? text = null, html = null;
        string? fault = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            try
            {
                ReadProperty(ref reader, ref page, ref text, ref html);
            }
            catch (InvalidOperationException)
            {
                // Half of a surrogate pair or bytes that are no UTF-8: the reader stands on the value and can go on behind it.
                fault = "A value holds characters that are no valid Unicode.";
            }
        }
        if (fault is not null)
            return new DocumentFailure(source, InputReader.Stage, fault);
        if ((text ?? html) is not { } content)
            return new DocumentFailure(source, InputReader.Stage, "The JSON object has neither 'text' nor 'html'.");
        if (content.Length == 0)
            return new DocumentFailure(source, InputReader.Stage, "The text of the JSON object is empty.");
        return page with { Content = content, Kind = text is null ? PageKind.Html : PageKind.PlainText };
    }

    /// <summary>The failure of a text that is no JSON.</summary>
    public static DocumentFailure SyntaxFailure(string source, JsonException exception) =>
        new(source, InputReader.Stage, $"The JSON is wrong: {exception.Message}");

    private static void ReadProperty(ref Utf8JsonReader reader, ref Page page, ref byte[]? text, ref byte[]? html)
    {
        ReadOnlySpan<byte> name = reader.HasValueSequence || reader.ValueIsEscaped ? default : reader.ValueSpan;
        reader.Read();
        if (name.SequenceEqual("text"u8))
            text = ReadBytes(ref reader);
        else if (name.SequenceEqual("html"u8))
            html = ReadBytes(ref reader);
        else if (name.SequenceEqual("id"u8))
            page = page with { Id = ReadString(ref reader) };
        else if (name.SequenceEqual("url"u8))
            page = page with { Url = ReadString(ref reader) };
        else if (name.SequenceEqual("title"u8))
            page = page with { Title = ReadString(ref reader) };
        else if (name.SequenceEqual("site"u8))
            page = page with { Site = ReadString(ref reader) };
        else if (name.SequenceEqual("author"u8))
            page = page with { Author = ReadString(ref reader) };
        else if (name.SequenceEqual("date"u8) || name.SequenceEqual("published"u8))
            page = page with { Published = PartialDate.TryParse(ReadString(ref reader), out PartialDate? date) ? date : page.Published };
        else
            reader.Skip();
    }

    private static byte[]? ReadBytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }
        byte[] bytes = new byte[reader.ValueSpan.Length];
        int length = reader.CopyString(bytes);
        return length == bytes.Length ? bytes : bytes[..length];
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString() is { Length: > 0 } value ? value : null;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }
}
