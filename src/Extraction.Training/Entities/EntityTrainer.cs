using System.Globalization;
using System.Text.Json.Nodes;
using Extraction.Entities;
using Extraction.Entities.Features;
using Extraction.Entities.Sequences;
using Extraction.Gazetteers;
using Extraction.Records;
using Extraction.Training.Clusters;
using Extraction.Training.Evaluation;
using Extraction.Training.Learning;

namespace Extraction.Training.Entities;

/// <summary>Trains the entity recogniser and measures it.</summary>
public sealed class EntityTrainer
{
    private readonly EntityTraining _training;
    private readonly Action<string> _log;
    private readonly CrfOptions _options;
    private readonly WordClusters _clusters;
    private readonly ArticleEncoder _encoder;
    private readonly TrainingSet _set = new(new TagSet(Enum.GetValues<EntityType>().Length));

    private EntityTrainer(EntityTraining training, Action<string> log)
    {
        _training = training;
        _log = log;
        _options = new CrfOptions { Seed = training.Seed };
        _clusters = new WordClusters(File.ReadAllBytes(Path.Combine(training.ModelFolder, ClusterTraining.ModelFile)));
        _encoder = new ArticleEncoder(_clusters, Gazetteer.Default);
    }

    /// <summary>Cross-validates, trains on everything, and writes the model with its manifest; the same inputs give the same bytes.</summary>
    /// <param name="training">Inputs and options.</param>
    /// <param name="log">Gets a line per step.</param>
    public static void Run(EntityTraining training, Action<string> log) => new EntityTrainer(training, log).Run();

    private void Run()
    {
        List<ArticleRecord> gold = GoldArticles.Read(_training.Gold), written = GoldArticles.Read(_training.Written);
        foreach (ArticleRecord record in gold.Concat(written))
            Add(record);
        var unseen = new List<Outcome>();
        for (int fold = 0; fold < _training.Folds; fold++)
        {
            byte[] part = Train(sequence => sequence.Group >= gold.Count || sequence.Group % _training.Folds != fold);
            unseen.AddRange(Measure(gold.Where((_, index) => index % _training.Folds == fold), Bundle(part, [])));
            _log($"fold {fold + 1} of {_training.Folds}: entities {Total(unseen, outcome => outcome.Entities).F1:0.0000} F1 so far");
        }
        byte[] curve = CalibrationTrainer.Fit(unseen.SelectMany(outcome => outcome.Judged));
        byte[] model = Bundle(Train(_ => true), curve);
        Write(model, unseen, [.. Measure(GoldArticles.Read(_training.Measured), model)]);
    }

    private void Add(ArticleRecord record)
    {
        Document document = _encoder.Read(record);
        IEnumerable<Mention> names = RecordReader.ReadEntities(record).SelectMany(entity => entity.Mentions);
        _set.Add(_encoder.Encode(document), TagEncoder.Encode(document, names, _set.Tags));
    }

    private byte[] Train(Func<TrainingSequence, bool> isKept) =>
        MentionModelWriter.Write(CrfTrainer.Train(_set, [.. _set.Sequences.Where(isKept)], _options, _log));

    private static byte[] Bundle(byte[] weights, byte[] curve)
    {
        var archive = new ModelArchiveWriter();
        archive.Add(EntityModels.Weights, weights);
        if (curve.Length > 0)
            archive.Add(EntityModels.Calibration, curve);
        return archive.Write();
    }

    private IEnumerable<Outcome> Measure(IEnumerable<ArticleRecord> records, byte[] model)
    {
        var models = new EntityModels(model, _clusters, Gazetteer.Default);
        IAnnotator recognizer = models.CreateRecognizer(), annotator = models.CreateAnnotator();
        foreach (ArticleRecord record in records)
        {
            Document document = annotator.Annotate(recognizer.Annotate(_encoder.Read(record)));
            IReadOnlyList<Entity> gold = RecordReader.ReadEntities(record);
            bool[] right = EntityScorer.Pair(gold, document.Entities, document.Text);
            yield return new Outcome(
                EntityScorer.Count(gold, document.Entities, document.Text),
                EntityScorer.CountMentions(gold, document.Entities),
                [.. document.Entities.Select((entity, index) => ((float)entity.Confidence, right[index]))]);
        }
    }

    private void Write(byte[] model, List<Outcome> unseen, List<Outcome> measured)
    {
        var manifest = new ModelManifest(EntityTraining.ModelFile, "cgt train entities");
        manifest.Add("seed", _training.Seed);
        manifest.Add("epochs", _options.Epochs);
        manifest.Add("learningRate", _options.LearningRate.ToString(CultureInfo.InvariantCulture));
        manifest.Add("featureDropout", _options.FeatureDropout);
        manifest.AddInputs([.. _training.Gold, .. _training.Written,
            Path.Combine(_training.ModelFolder, ClusterTraining.ModelFile), Path.Combine(_training.ModelFolder, "gazetteer.bin")]);
        manifest.Add("crossValidated", Figures(unseen));
        manifest.Add("measured", Figures(measured));
        _log($"cross-validated {Figures(unseen).ToJsonString()}, measured {Figures(measured).ToJsonString()}");
        manifest.Write(_training.ModelFolder, model);
    }

    private static JsonObject Figures(List<Outcome> outcomes) => new()
    {
        ["articles"] = outcomes.Count,
        ["entitiesF1"] = Math.Round(Total(outcomes, outcome => outcome.Entities).F1, 4),
        ["mentionsF1"] = Math.Round(Total(outcomes, outcome => outcome.Mentions).F1, 4),
    };

    private static Tally Total(List<Outcome> outcomes, Func<Outcome, Tally> part) =>
        outcomes.Aggregate(new Tally(), (total, outcome) => total + part(outcome));

    /// <summary>How one article went.</summary>
    private sealed record Outcome(Tally Entities, Tally Mentions, IReadOnlyList<(float Confidence, bool Right)> Judged);
}
