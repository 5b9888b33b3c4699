using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Extraction.Cli.Tests;

/// <summary>A folder of a test's own that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cgt-");

    public string Path => _folder.FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a text file, with the folders above it, and gives its path.</summary>
    public string Write(string relative, string text) => Write(relative, Encoding.UTF8.GetBytes(text));

    public string Write(string relative, byte[] bytes)
    {
        string path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Compress(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    /// <summary>The objects of a JSON Lines file.</summary>
    public JsonObject[] ReadLines(string relative) => [.. File.ReadLines(this[relative]).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>The sources of the records in <c>out/facts.jsonl</c>, as paths inside this folder.</summary>
    public string[] Sources(string relative = "out/facts.jsonl") =>
        [.. ReadLines(relative).Select(record => ((string)(record["article"] ?? record)["source"]!)[(Path.Length + 1)..])];

    public void Dispose() => _folder.Delete(recursive: true);
}
