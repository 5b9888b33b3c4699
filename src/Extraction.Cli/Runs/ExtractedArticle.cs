using Extraction.Records;

namespace Extraction.Cli.Runs;

/// <summary>A record with its line of JSON.</summary>
internal sealed record ExtractedArticle(ArticleRecord Record, byte[] Json)
{
    /// <summary>Writes the line.</summary>
    public static ExtractedArticle Of(ArticleRecord record) => new(record, RecordsJson.Write(record));
}
