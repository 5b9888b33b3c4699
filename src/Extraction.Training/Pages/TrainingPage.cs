using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Extraction.Pages;
using Extraction.Pages.Blocks;
using Extraction.Pages.Decoding;
using Extraction.Pages.Html;

namespace Extraction.Training.Pages;

/// <summary>A page with gold text, as features and labels of its blocks.</summary>
internal sealed class TrainingPage
{
    private TrainingPage(string set, string id, string site, ShingleText gold)
    {
        Set = set;
        Id = id;
        Site = site;
        Gold = gold;
    }

    public string Set { get; }

    public string Id { get; }

    /// <summary>Pages of one site are never in training and test at once.</summary>
    public string Site { get; }

    public ShingleText Gold { get; }

    public float[] Features { get; private set; } = [];

    public string[] Texts { get; private set; } = [];

    public int[] Words { get; private set; } = [];

    public float[] LinkDensities { get; private set; } = [];

    public bool[] Labels { get; private set; } = [];

    /// <summary>The share of the gold's 4-grams that the labelled blocks hold: low where gold and page are of different versions.</summary>
    public double Coverage { get; private set; }

    /// <summary>The pages of one set: a folder with <c>gold.json</c> and a <c>.html.gz</c> for each of its entries.</summary>
    public static IEnumerable<TrainingPage> ReadSet(string directory)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, "gold.json")));
        foreach (JsonProperty entry in gold.RootElement.EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            string url = entry.Value.TryGetProperty("url", out JsonElement given) ? given.GetString() ?? "" : "";
            string body = entry.Value.GetProperty("articleBody").GetString() ?? "";
            var page = new TrainingPage(Path.GetFileName(directory), entry.Name, SiteOf(url, entry.Name), new ShingleText(body));
            page.Load(Path.Combine(directory, entry.Name + ".html.gz"), url);
            yield return page;
        }
    }

    /// <summary>How well a choice of blocks covers the gold.</summary>
    public ShingleScore Score(bool[] isChosen)
    {
        var text = new StringBuilder();
        for (int index = 0; index < Texts.Length; index++)
        {
            if (isChosen[index])
                text.Append(Texts[index]).Append('\n');
        }
        return ShingleScore.Of(Gold, new ShingleText(text.ToString()));
    }

    private void Load(string path, string url)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        DecodedText decoded = PageDecoder.Decode(new Page { Source = path, Content = bytes.ToArray(), Url = url });
        if (decoded.Text is null || !MarkupCheck.IsSafe(decoded.Text))
            return;
        using IHtmlDocument document = HtmlCleaner.Parse(decoded.Text);
        if (HtmlCleaner.ReadContext(document) is not { Tree.Blocks.Count: > 0 } context)
            return;
        IReadOnlyList<Block> blocks = context.Tree.Blocks;
        Features = BlockFeatures.Of(context);
        Texts = [.. blocks.Select(block => block.Text)];
        Words = [.. blocks.Select(block => block.Words)];
        LinkDensities = [.. blocks.Select(block => (float)block.LinkDensity)];
        Labels = BlockLabels.Of(Texts, Gold);
        Coverage = 1 - Score(Labels).Missed;
    }

    private static string SiteOf(string url, string id)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed))
            return id;
        string[] parts = parsed.Host.Split('.');
        bool isSecondLevel = parts.Length > 2 && parts[^2].Length <= 3;
        return string.Join('.', parts[^Math.Min(parts.Length, isSecondLevel ? 3 : 2)..]);
    }
}
