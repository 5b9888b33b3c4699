using System.Text.Json;
using Extraction.Records;

namespace Extraction.Cli.Inputs;

/// <summary>Reads files of article records.</summary>
internal static class RecordFile
{
    /// <summary>The records of a JSON Lines file in order.</summary>
    /// <exception cref="CommandException">A line is no record; the message names it.</exception>
    public static List<ArticleRecord> Read(string path)
    {
        var records = new List<ArticleRecord>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                records.Add(RecordsJson.Read(line));
            }
            catch (JsonException exception)
            {
                throw new CommandException($"{path}({number}): expected an article record, one a line: {exception.Message}");
            }
        }
        return records;
    }
}
