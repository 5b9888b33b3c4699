namespace Extraction.Training.Clusters;

/// <summary>What <c>cgt train clusters</c> works on.</summary>
public sealed record ClusterTraining
{
    /// <summary>The file name of the model.</summary>
    public const string ModelFile = "clusters.bin";

    /// <summary>Unlabelled articles: JSON lines with <c>id</c> and <c>text</c>, perhaps gzipped.</summary>
    public required string Articles { get; init; }

    /// <summary>Records of articles that must not be trained on: what the models are measured with.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Where the model and its manifest go.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Fixes every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Trains the clusters and writes the model.</summary>
    public void Run()
    {
        HashSet<string> leftOut = [.. Entities.GoldArticles.Read(LeftOut).Select(record => record.Article.Id)];
        byte[] model = ClusterTrainer.Train(ArticleTexts.Read(Articles, leftOut).Select(article => article.Text), Seed);
        var manifest = new ModelManifest(ModelFile, "cgt train clusters");
        manifest.Add("seed", Seed);
        manifest.AddInputs([Articles, .. LeftOut]);
        manifest.Write(OutputFolder, model);
    }
}
