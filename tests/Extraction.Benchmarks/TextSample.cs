using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Extraction.Benchmarks;

/// <summary>Articles to measure with: every eighth of ../shared/articles where that is, else the project's own samples many times over.</summary>
internal static class TextSample
{
    private static readonly Lazy<Article[]> LazyArticles = new(Load);

    /// <summary>The articles.</summary>
    public static Article[] Articles => LazyArticles.Value;

    /// <summary>UTF-8 bytes of all their texts.</summary>
    public static long Bytes => Articles.Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));

    private static Article[] Load()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Extraction.sln")))
            root = root.Parent;
        if (root is null)
            throw new InvalidOperationException("Run the benchmarks inside the checkout.");
        string shared = Path.Combine(root.FullName, "../shared/articles/articles.jsonl.gz");
        if (File.Exists(shared))
            return [.. Read(new GZipStream(File.OpenRead(shared), CompressionMode.Decompress)).Where((_, index) => index % 8 == 0)];
        string samples = Path.Combine(root.FullName, "samples/gold.facts.jsonl");
        return [.. Enumerable.Repeat(Read(File.OpenRead(samples)).ToArray(), 30).SelectMany(articles => articles)];
    }

    private static IEnumerable<Article> Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            JsonElement article = json.RootElement.TryGetProperty("article", out JsonElement part) ? part : json.RootElement;
            yield return new Article { Id = article.GetProperty("id").ToString(), Source = "benchmark", Text = article.GetProperty("text").GetString()! };
        }
    }
}
