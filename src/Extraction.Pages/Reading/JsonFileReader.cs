using System.Text.Json;

namespace Extraction.Pages.Reading;

/// <summary>Reads a JSON file that holds one record or an array of them.</summary>
internal static class JsonFileReader
{
    public static IEnumerable<Outcome<Page>> Read(InputBytes input, string source)
    {
        ReadOnlyMemory<byte> content = input.ReadAll();
        if (input.Fault is { } fault)
            return [new DocumentFailure(source, InputReader.Stage, fault)];
        content = JsonRecord.Trim(content);
        if (content.IsEmpty)
            return [new DocumentFailure(source, InputReader.Stage, "The input is empty.")];
        return content.Span[0] == (byte)'[' ? ReadArray(content, source) : [ReadSingle(content, source)];
    }

    private static Outcome<Page> ReadSingle(ReadOnlyMemory<byte> content, string source)
    {
        var reader = new Utf8JsonReader(content.Span);
        return JsonRecord.Read(ref reader, source);
    }

    private static IEnumerable<Outcome<Page>> ReadArray(ReadOnlyMemory<byte> content, string source)
    {
        var state = new JsonReaderState();
        int consumed = 0, number = 0;
        while (TryReadNext(content, ref consumed, ref state, $"{source}#{number + 1}", out Outcome<Page> page))
        {
            number++;
            yield return page;
            if (!page.Succeeded && consumed < 0)
                yield break;
        }
        if (number == 0)
            yield return new DocumentFailure(source, InputReader.Stage, "The array is empty.");
    }

    // After an error in the syntax nothing behind it can be trusted: "consumed" becomes -1. A record that is well-formed but holds no text is one
    // failure and the next one follows.
    private static bool TryReadNext(ReadOnlyMemory<byte> content, ref int consumed, ref JsonReaderState state, string source, out Outcome<Page> page)
    {
        var reader = new Utf8JsonReader(content.Span[consumed..], isFinalBlock: true, state);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 0)
                    break;
                if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 0)
                    continue;
                page = JsonRecord.ReadCurrent(ref reader, source);
                consumed += (int)reader.BytesConsumed;
                state = reader.CurrentState;
                return true;
            }
            page = default;
            return false;
        }
        catch (JsonException exception)
        {
            page = JsonRecord.SyntaxFailure(source, exception);
            consumed = -1;
            return true;
        }
    }
}
