using Extraction.Records;

namespace Extraction.Training.Entities;

/// <summary>Reads annotated or reviewed records: JSON lines of the contract.</summary>
internal static class GoldArticles
{
    /// <summary>The records of every file, in order.</summary>
    public static List<ArticleRecord> Read(IEnumerable<string> paths) =>
        [.. paths.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(RecordsJson.Read)];
}
