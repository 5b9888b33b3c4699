using System.Globalization;
using System.Text.Json.Nodes;
using Extraction.Entities;
using Extraction.Entities.Features;
using Extraction.Entities.Sequences;
using Extraction.Gazetteers;
using Extraction.Records;
using Extraction.Tokens;
using Extraction.Training.Clusters;
using Extraction.Training.Evaluation;
using Extraction.Training.Learning;

namespace Extraction.Training.Entities;

/// <summary>Trains the entity recogniser and measures it.</summary>
/// <remarks>
/// In two rounds. Models of the first round read the unlabelled articles and note what each word usually is; models of the second round use
/// these habits as features. So that training meets habits as unsure as use does, an article is trained with habits from a model that was not
/// trained on its part of the gold.
/// </remarks>
public sealed class EntityTrainer
{
    private static readonly TagSet Tags = new(Enum.GetValues<EntityType>().Length);

    private readonly EntityTraining _training;
    private readonly Action<string> _log;
    private readonly CrfOptions _options;
    private readonly WordClusters _clusters;
    private readonly List<ArticleRecord> _records;
    private readonly int _measurable;

    private EntityTrainer(EntityTraining training, Action<string> log)
    {
        _training = training;
        _log = log;
        _options = new CrfOptions { Seed = training.Seed };
        _clusters = new WordClusters(File.ReadAllBytes(Path.Combine(training.ModelFolder, ClusterTraining.ModelFile)));
        _records = GoldArticles.Read(training.Gold);
        _measurable = _records.Count;
        _records.AddRange(GoldArticles.Read(training.Written));
    }

    /// <summary>Cross-validates, trains on everything, and writes the model with its manifest; the same inputs give the same bytes.</summary>
    /// <param name="training">Inputs and options.</param>
    /// <param name="log">Gets a line per step.</param>
    public static void Run(EntityTraining training, Action<string> log) => new EntityTrainer(training, log).Run();

    private void Run()
    {
        byte[][] habits = LearnHabits();
        TrainingSet set = Encode(habits);
        var unseen = new List<Outcome>();
        for (int fold = 0; fold < _training.Folds; fold++)
        {
            int part = fold;
            unseen.AddRange(Measure(_records.Take(_measurable).Where(record => Fold(record) == part), Bundle(Train(set, part), habits[part], [])));
            _log($"fold {fold + 1} of {_training.Folds}: {Figures(unseen).ToJsonString()} so far");
        }
        byte[] curve = CalibrationTrainer.Fit(unseen.SelectMany(outcome => outcome.Judged));
        byte[] model = Bundle(Train(set, leftOut: -1), habits[^1], curve);
        Write(model, unseen, [.. Measure(GoldArticles.Read(_training.Measured), model)]);
    }

    // One set of habits per fold, then the one of all folds together.
    private byte[][] LearnHabits()
    {
        byte[][] habits = new byte[_training.Folds + 1][];
        Array.Fill(habits, []);
        if (_training.Articles is null)
            return habits;
        TrainingSet set = Encode(habits);
        HashSet<string> annotated = [.. _records.Concat(GoldArticles.Read(_training.Measured)).Select(record => record.Article.Id)];
        Document[] articles = [.. ArticleTexts.Read(_training.Articles, annotated)
            .Select(article => ArticleEncoder.Read(new Article { Id = article.Id, Source = article.Id, Text = article.Text }))];
        for (int fold = 0; fold < habits.Length; fold++)
        {
            var model = new MentionModel(Train(set, fold < _training.Folds ? fold : -1));
            var recognizer = new MentionRecognizer(model, new WordKnowledge(_clusters, LearntWords.None), Gazetteer.Default);
            habits[fold] = LearntWordCounter.Count(articles, recognizer, Tags.Types);
            _log($"habits {fold + 1} of {habits.Length}: {habits[fold].Length} bytes");
        }
        return habits;
    }

    private TrainingSet Encode(byte[][] habits)
    {
        var set = new TrainingSet(Tags);
        ArticleEncoder[] encoders = [.. habits.Select(bytes =>
            new ArticleEncoder(new WordKnowledge(_clusters, bytes.Length > 0 ? new LearntWords(bytes) : LearntWords.None), Gazetteer.Default))];
        foreach (ArticleRecord record in _records)
        {
            Document document = ArticleEncoder.Read(RecordReader.ReadArticle(record.Article));
            IEnumerable<Mention> names = RecordReader.ReadEntities(record).SelectMany(entity => entity.Mentions);
            set.Add(encoders[Fold(record)].Encode(document), TagEncoder.Encode(document, names, Tags));
        }
        return set;
    }

    // By the first word of the first company: the articles of one company share names that would make testing look too good.
    private int Fold(ArticleRecord record)
    {
        string owner = record.Entities.FirstOrDefault(entity => entity.Type == EntityType.Company)?.Name ?? record.Article.Id;
        return (int)(TokenKey.Of(owner.Split(' ')[0]) % (ulong)_training.Folds);
    }

    private byte[] Train(TrainingSet set, int leftOut) => MentionModelWriter.Write(
        CrfTrainer.Train(set, [.. set.Sequences.Where(sequence => Fold(_records[sequence.Group]) != leftOut)], _options, _log));

    private static byte[] Bundle(byte[] weights, byte[] habits, byte[] curve)
    {
        var archive = new ModelArchiveWriter();
        archive.Add(EntityModels.Weights, weights);
        if (habits.Length > 0)
            archive.Add(EntityModels.Habits, habits);
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
            Document document = annotator.Annotate(recognizer.Annotate(ArticleEncoder.Read(RecordReader.ReadArticle(record.Article))));
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
        manifest.AddInputs([.. _training.Gold, .. _training.Written, .. _training.Articles is null ? [] : new[] { _training.Articles },
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
