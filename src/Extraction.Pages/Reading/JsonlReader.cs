using System.Text.Json;

namespace Extraction.Pages.Reading;

/// <summary>Reads JSON lines as they come, one record at a time in memory; a bad line is one failure and the rest go on.</summary>
internal static class JsonlReader
{
    public static IEnumerable<Outcome<Page>> Read(InputBytes input, string source)
    {
        int number = 0;
        bool any = false;
        while (input.TryReadLine(out ReadOnlyMemory<byte> line, out bool isTooLong))
        {
            number++;
            string lineSource = $"{source}#{number}";
            if (isTooLong)
            {
                yield return new DocumentFailure(lineSource, InputReader.Stage, "The line is longer than a record may be.");
            }
            else
            {
                ReadOnlyMemory<byte> record = JsonRecord.Trim(line);
                if (record.IsEmpty)
                    continue;
                yield return ReadLine(record, lineSource);
            }
            any = true;
        }
        if (input.Fault is { } fault)
            yield return new DocumentFailure(source, InputReader.Stage, fault);
        else if (!any)
            yield return new DocumentFailure(source, InputReader.Stage, "The input is empty.");
    }

    private static Outcome<Page> ReadLine(ReadOnlyMemory<byte> record, string source)
    {
        var reader = new Utf8JsonReader(record.Span);
        return JsonRecord.Read(ref reader, source);
    }
}
