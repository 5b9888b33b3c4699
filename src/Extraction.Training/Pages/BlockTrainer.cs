using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Extraction.Pages.Blocks;

namespace Extraction.Training.Pages;

/// <summary>Trains the model that tells an article's blocks from the rest of a page.</summary>
/// <remarks>The same pages and seed give the same bytes.</remarks>
public static class BlockTrainer
{
    private const int Folds = 5;

    // Fewer could leave a fold without any page to train on.
    private const int MinPages = 15;

    // Gold of another version of the page teaches nonsense: pages whose gold the blocks cannot make up, and pages that a model trained without
    // them fails on, are left out of training. Both limits are of shared/study/CLEANING.md; measuring always counts every page.
    private const double MinCoverage = 0.7;
    private const double MinFirstScore = 0.45;

    /// <summary>Trains on every set below a folder and writes <c>blocks.bin</c> and its manifest.</summary>
    /// <param name="pagesDirectory">A folder with one folder for each set: <c>gold.json</c> and its pages as <c>.html.gz</c>.</param>
    /// <param name="outputDirectory">Where the model goes, <c>models/pages</c>.</param>
    /// <param name="seed">Fixes the order in which rows are visited and which features each tree sees.</param>
    /// <param name="report">Where the measures go as they come, a line each.</param>
    /// <exception cref="InvalidDataException">There are too few pages.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Train(string pagesDirectory, string outputDirectory, ulong seed, TextWriter report)
    {
        string[] sets = [.. Directory.GetDirectories(pagesDirectory).Where(set => File.Exists(Path.Combine(set, "gold.json"))).Order(StringComparer.Ordinal)];
        TrainingPage[] pages = [.. sets.SelectMany(TrainingPage.ReadSet)];
        TrainingPage[] clean = [.. pages.Where(page => page.Coverage >= MinCoverage)];
        if (clean.Length < MinPages)
            throw new InvalidDataException($"{pagesDirectory} holds {clean.Length} pages with gold that fits; training needs at least {MinPages}.");
        report.WriteLine($"{pages.Length} pages, {clean.Length} with gold that fits, {BlockFeatures.Count} features");
        ReportScores(report, "ceiling", pages, page => page.Score(page.Labels));
        Dictionary<TrainingPage, ShingleScore> first = CrossValidate(pages, clean, seed);
        ReportScores(report, "all clean pages", pages, page => first[page]);
        TrainingPage[] chosen = [.. clean.Where(page => first[page].F1 >= MinFirstScore)];
        Dictionary<TrainingPage, ShingleScore> second = CrossValidate(pages, chosen, seed);
        string[] scores = ReportScores(report, $"{chosen.Length} pages", pages, page => second[page]);
        byte[] model = TrainModel(chosen, seed);
        Directory.CreateDirectory(outputDirectory);
        File.WriteAllBytes(Path.Combine(outputDirectory, "blocks.bin"), model);
        File.WriteAllText(Path.Combine(outputDirectory, "blocks.manifest.json"), Manifest(sets, chosen.Length, scores, model, seed));
    }

    private static Dictionary<TrainingPage, ShingleScore> CrossValidate(TrainingPage[] pages, TrainingPage[] training, ulong seed)
    {
        var scores = new Dictionary<TrainingPage, ShingleScore>();
        for (int fold = 0; fold < Folds; fold++)
        {
            byte[] bytes = TrainModel([.. training.Where(page => FoldOf(page) != fold)], seed);
            foreach (TrainingPage page in pages.Where(page => FoldOf(page) == fold))
                scores[page] = page.Score(Choose(new BlockModel(bytes), page));
        }
        return scores;
    }

    private static bool[] Choose(BlockModel model, TrainingPage page)
    {
        var probabilities = new float[page.Texts.Length];
        for (int block = 0; block < probabilities.Length; block++)
            probabilities[block] = model.Score(page.Features.AsSpan(block * BlockFeatures.Count, BlockFeatures.Count));
        return BlockChooser.Choose(probabilities, block => page.Words[block]);
    }

    private static int FoldOf(TrainingPage page) => SHA256.HashData(Encoding.UTF8.GetBytes(page.Site))[0] % Folds;

    private static byte[] TrainModel(TrainingPage[] pages, ulong seed)
    {
        var rows = new BlockRows(pages, BlockFeatures.Count);
        float[] weights = DenseLogistic.Train(rows, seed);
        (List<TreeNode> nodes, List<int> roots) = HistogramTrees.Train(rows, seed);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(BlockModel.Magic);
        writer.Write(BlockFeatures.Count);
        writer.Write(nodes.Count);
        writer.Write(roots.Count);
        writer.Write(weights[^1]);
        foreach (float weight in weights.AsSpan(0, weights.Length - 1))
            writer.Write(weight);
        roots.ForEach(writer.Write);
        nodes.ForEach(node => writer.Write(node.Feature));
        nodes.ForEach(node => writer.Write(node.Value));
        nodes.ForEach(node => writer.Write(node.Left));
        writer.Flush();
        return stream.ToArray();
    }

    private static string[] ReportScores(TextWriter report, string name, TrainingPage[] pages, Func<TrainingPage, ShingleScore> scoreOf)
    {
        string[] scores = [.. pages.GroupBy(page => page.Set).Select(set =>
            $"{set.Key} {set.Aggregate(default(ShingleScore), (sum, page) => sum + scoreOf(page))}")];
        report.WriteLine($"{name}: {string.Join(", ", scores)}");
        return scores;
    }

    private static string Manifest(string[] sets, int pages, string[] scores, byte[] model, ulong seed)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("model", "blocks.bin");
            json.WriteString("sha256", Digest(model));
            json.WriteString("command", $"cgt train blocks --pages ../shared/pages --out models/pages --seed {seed.ToString(CultureInfo.InvariantCulture)}");
            json.WriteStartObject("inputs");
            foreach (string set in sets)
                json.WriteString(Path.GetFileName(set) + "/gold.json", Digest(File.ReadAllBytes(Path.Combine(set, "gold.json"))));
            json.WriteEndObject();
            json.WriteNumber("trainedOnPages", pages);
            json.WriteNumber("features", BlockFeatures.Count);
            json.WriteNumber("seed", seed);
            json.WriteStartArray("crossValidated: set, 4-gram F1 (precision/recall), 5 folds by site");
            foreach (string score in scores)
                json.WriteStringValue(score);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
