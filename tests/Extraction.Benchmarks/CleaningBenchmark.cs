using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Extraction.Pages;

namespace Extraction.Benchmarks;

/// <summary>From a page's bytes to its article, beside AngleSharp's parse of the same pages alone: the ratio is what cleaning costs.</summary>
/// <remarks>A hundred pages of ../shared/pages where that is, else the project's own samples many times over.</remarks>
public class CleaningBenchmark
{
    private const int MaxPages = 100;

    private static readonly Lazy<Page[]> Pages = new(Load);

    private readonly Cleaner _cleaner = new();

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        int elements = 0;
        foreach (Page page in Pages.Value)
        {
            using IHtmlDocument document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page.Content.Span));
            elements += document.ChildElementCount;
        }
        return elements;
    }

    [Benchmark]
    public int Clean()
    {
        int units = 0;
        foreach (Page page in Pages.Value)
            units += _cleaner.Clean(page).Value?.Text.Length ?? 0;
        return units;
    }

    private static Page[] Load()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Extraction.sln")))
            root = root.Parent;
        if (root is null)
            throw new InvalidOperationException("Run the benchmarks inside the checkout.");
        string shared = Path.Combine(root.FullName, "../shared/pages/aed424");
        string[] files = Directory.Exists(shared)
            ? [.. Directory.GetFiles(shared, "*.html.gz").Order(StringComparer.Ordinal).Take(MaxPages)]
            : [.. Enumerable.Repeat(Directory.GetFiles(Path.Combine(root.FullName, "samples"), "*.html"), 8).SelectMany(names => names)];
        return [.. files.Select(Read)];
    }

    private static Page Read(string file)
    {
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file);
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new Page { Source = file, Content = bytes.ToArray() };
    }
}
