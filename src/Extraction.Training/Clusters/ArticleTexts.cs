using System.IO.Compression;
using System.Text.Json;

namespace Extraction.Training.Clusters;

/// <summary>Reads unlabelled articles: JSON lines with <c>id</c> and <c>text</c>, gzipped or not.</summary>
internal static class ArticleTexts
{
    /// <summary>The articles of the file in order, those whose id is in <paramref name="leftOut"/> left out.</summary>
    public static IEnumerable<(string Id, string Text)> Read(string path, IReadOnlySet<string> leftOut)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is string line)
        {
            using var article = JsonDocument.Parse(line);
            string id = article.RootElement.GetProperty("id").GetString() ?? "";
            if (!leftOut.Contains(id))
                yield return (id, article.RootElement.GetProperty("text").GetString() ?? "");
        }
    }
}
