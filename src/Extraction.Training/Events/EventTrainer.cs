using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Events;
using Extraction.Learning;
using Extraction.Records;
using Extraction.Seeds;
using Extraction.Tokens;
using Extraction.Training.Learning;
using Extraction.Values;

namespace Extraction.Training.Events;

/// <summary>Trains <c>models/events.bin</c> from gold records.</summary>
/// <remarks>
/// Two levels: the models of sentences, slots and figures are trained on the gold; what they make of articles they have not seen trains the keep
/// model and chooses every threshold. Reproducible: the same gold and options give the same bytes.
/// </remarks>
public static class EventTrainer
{
    /// <summary>The file that is written.</summary>
    public const string FileName = "events.bin";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Trains and writes the models and their manifest.</summary>
    /// <param name="options">Gold, output folder, cross-validation.</param>
    /// <param name="progress">Gets a line for each step.</param>
    /// <returns>The path of the model.</returns>
    public static string Train(EventTrainingOptions options, Action<string> progress)
    {
        var lexicons = EventLexicons.Embedded();
        // Not the default pipeline: that one opens the very models that are about to be written.
        IAnnotator[] before = [new TokenAnnotator(new SentenceSplitter(EmbeddedData.Rules("abbreviations"))), new ValueAnnotator()];
        TrainingArticle[] articles = [.. options.GoldPaths.SelectMany(File.ReadLines).Where(line => line.Length > 0)
            .Select(line => Read(RecordsJson.Read(line), before, lexicons))];
        progress($"{articles.Length} articles, {articles.Sum(article => article.Events.Length)} events");
        var run = new Run(options, articles, lexicons, progress);
        byte[] archive = run.Train();
        Directory.CreateDirectory(options.OutputDirectory);
        string path = Path.Combine(options.OutputDirectory, FileName);
        File.WriteAllBytes(path, archive);
        File.WriteAllText(Path.ChangeExtension(path, ".manifest.json"), Manifest(options, archive, run.Scores));
        return path;
    }

    private static string Manifest(EventTrainingOptions options, byte[] archive, JsonObject scores)
    {
        var inputs = new JsonObject();
        foreach (string input in options.GoldPaths)
            inputs.Add(Path.GetFileName(input), Digest(File.ReadAllBytes(input)));
        var manifest = new JsonObject
        {
            ["model"] = FileName,
            ["sha256"] = Digest(archive),
            ["command"] = "cgt train events",
            ["options"] = new JsonObject
            {
                ["folds"] = options.Folds,
                ["seed"] = options.Seed,
                ["sentenceCost"] = options.SentenceCost,
                ["slotCost"] = options.SlotCost,
            },
            ["inputs"] = inputs,
            ["crossValidation"] = scores,
        };
        return manifest.ToJsonString(Indented) + "\n";
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static TrainingArticle Read(ArticleRecord gold, IAnnotator[] before, EventLexicons lexicons)
    {
        Document document = new() { Article = RecordReader.ReadArticle(gold.Article) };
        foreach (IAnnotator annotator in before)
            document = annotator.Annotate(document);
        document = document with { Entities = RecordReader.ReadEntities(gold) };
        var entities = gold.Entities.Select((entity, index) => (entity.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        return new TrainingArticle(document, gold, entities, lexicons);
    }

    private sealed class Run(EventTrainingOptions options, TrainingArticle[] articles, EventLexicons lexicons, Action<string> progress)
    {
        private readonly ProblemSet _problems = new(articles, options);
        private readonly SortedDictionary<string, float> _thresholds = new(StringComparer.Ordinal);
        private byte[] _figureCurve = [];

        /// <summary>Found and missed clusters by type, from models not trained on the article; filled by <see cref="Train"/>.</summary>
        public JsonObject Scores { get; private set; } = [];

        public byte[] Train()
        {
            _problems.AddFigures(TypesOutOfFold());
            progress("features and sentence types");
            Dictionary<string, byte[]>[] folds = [.. Enumerable.Range(0, options.Folds).Select(fold => _problems.Train(article => article % options.Folds != fold))];
            progress("models of the folds");
            AddRetold(folds);
            folds = [.. Enumerable.Range(0, options.Folds).Select(fold => _problems.Train(article => article % options.Folds != fold))];
            progress("models of the folds, with retold events");
            ChooseSlotThresholds(folds);
            ChooseFigureThresholds(folds);
            var keep = new KeepTraining(options);
            var clusters = new List<EventCluster>[articles.Length];
            var figures = new List<EventCluster>[articles.Length];
            for (int fold = 0; fold < options.Folds; fold++)
                Collect(fold, new EventModels(Archive(folds[fold])), keep, (clusters, figures));
            keep.ScoreOutOfFold();
            foreach ((string name, float threshold) in keep.Thresholds())
                _thresholds[name] = threshold;
            byte[] curve = keep.Curve(_thresholds);
            Scores = keep.Scores(_thresholds);
            progress("keep model, thresholds: " + string.Join(", ", _thresholds.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:F2}"))));
            WriteCrossValidation(clusters, figures, new CalibrationCurve(curve));
            Dictionary<string, byte[]> all = _problems.Train(_ => true);
            byte[][] keepModels = keep.TrainAll();
            for (int index = 0; index < keepModels.Length; index++)
                all[EventModels.KeepModel(index)] = keepModels[index];
            all["confidence"] = curve;
            all["confidence/figure"] = _figureCurve;
            return Write(all);
        }

        // The clusters that match a gold event hold the sentences that tell it again: its slots are learnt from these too, since it is from them
        // that slots are filled.
        private void AddRetold(Dictionary<string, byte[]>[] folds)
        {
            for (int fold = 0; fold < options.Folds; fold++)
            {
                var drafts = new DraftFinder(new EventModels(Archive(folds[fold])), lexicons.Designations);
                for (int article = fold; article < articles.Length; article += options.Folds)
                {
                    List<EventCluster> clusters = EventMerger.Merge(articles[article].View, drafts.Find(articles[article].View, out _));
                    GoldEvent?[] matched = GoldMatcher.Match(clusters, articles[article].Events);
                    for (int cluster = 0; cluster < clusters.Count; cluster++)
                    {
                        if (matched[cluster] is not { } gold)
                            continue;
                        foreach (int sentence in clusters[cluster].Drafts.Where(draft => draft.Action == gold.Action && draft.Sentence != gold.Sentence).Select(draft => draft.Sentence).Distinct())
                            _problems.AddRetold(article, gold, sentence);
                    }
                }
            }
        }

        private float[][][] TypesOutOfFold()
        {
            var types = new float[articles.Length][][];
            var features = new FeatureList();
            for (int fold = 0; fold < options.Folds; fold++)
            {
                LinearModel model = _problems.TrainTypes(article => article % options.Folds != fold);
                for (int article = fold; article < articles.Length; article += options.Folds)
                    types[article] = [.. Enumerable.Range(0, articles[article].View.Sentences.Length).Select(sentence => Types(model, articles[article].View, sentence, features))];
            }
            return types;
        }

        private static float[] Types(LinearModel model, ArticleView view, int sentence, FeatureList features)
        {
            var scores = new float[model.Labels.Length];
            features.Clear();
            SentenceFeatures.Add(view, sentence, features);
            model.Score(features.Keys, scores);
            return [.. scores.Select(LinearModel.Probability)];
        }

        private void ChooseSlotThresholds(Dictionary<string, byte[]>[] folds)
        {
            var slots = new SlotThresholds(_problems);
            for (int fold = 0; fold < options.Folds; fold++)
            {
                var models = new EventModels(Archive(folds[fold]));
                for (int article = fold; article < articles.Length; article += options.Folds)
                    slots.Collect(article, articles[article], models);
            }
            foreach ((string name, float threshold) in slots.Choose())
                _thresholds[name] = threshold;
        }

        private void ChooseFigureThresholds(Dictionary<string, byte[]>[] folds)
        {
            foreach (EventType type in FigureFinder.Types)
                _thresholds[$"figure/{type}"] = 0.05f;
            var items = FigureFinder.Types.ToArray().ToDictionary(type => type, _ => new List<(float Probability, bool Right)>());
            var scores = new List<(float, bool)>();
            for (int fold = 0; fold < options.Folds; fold++)
            {
                var models = new EventModels(Archive(folds[fold]));
                var drafts = new DraftFinder(models, lexicons.Designations);
                var finder = new FigureFinder(models);
                for (int article = fold; article < articles.Length; article += options.Folds)
                {
                    ArticleView view = articles[article].View;
                    drafts.Find(view, out float[][] types);
                    List<EventCluster> found = finder.Find(view, types);
                    foreach (EventCluster cluster in found)
                    {
                        bool right = articles[article].Events.Any(gold => gold.Type == cluster.Type
                            && GoldValues.FindFigure(view, gold) == cluster.Best[ValueSlot.Figure].Index);
                        items[cluster.Type].Add((LinearModel.Probability(cluster.KeepScore), right));
                        scores.Add((cluster.KeepScore, right));
                    }
                }
            }
            _figureCurve = CalibrationTrainer.Fit(scores);
            foreach (EventType type in FigureFinder.Types)
                _thresholds[$"figure/{type}"] = ThresholdSearch.Best(items[type], articles.Sum(article => article.Events.Count(gold => gold.Type == type)));
        }

        private void Collect(int fold, EventModels models, KeepTraining keep, (List<EventCluster>[] Clusters, List<EventCluster>[] Figures) found)
        {
            var drafts = new DraftFinder(models, lexicons.Designations);
            var figures = new FigureFinder(models);
            for (int article = fold; article < articles.Length; article += options.Folds)
            {
                List<EventCluster> clusters = EventMerger.Merge(articles[article].View, drafts.Find(articles[article].View, out float[][] types));
                keep.Collect(article, articles[article], clusters, types);
                found.Clusters[article] = clusters;
                found.Figures[article] = figures.Find(articles[article].View, types);
            }
        }

        private void WriteCrossValidation(List<EventCluster>[] clusters, List<EventCluster>[] figures, CalibrationCurve curve)
        {
            if (options.CrossValidationPath is null)
                return;
            using var stream = new FileStream(options.CrossValidationPath, FileMode.Create);
            for (int article = 0; article < articles.Length; article++)
            {
                foreach (EventCluster cluster in clusters[article])
                    cluster.Confidence = curve.Probability(cluster.KeepScore);
                IEnumerable<EventCluster> kept = clusters[article].Where(cluster => LinearModel.Probability(cluster.KeepScore) >= _thresholds[$"keep/{cluster.Type}"]);
                Document document = articles[article].View.Document with { Events = EventBuilder.Build(articles[article].View, kept.Concat(figures[article])) };
                stream.Write(RecordsJson.Write(RecordBuilder.Build(document)));
                stream.WriteByte((byte)'\n');
            }
        }

        private ModelArchive Archive(Dictionary<string, byte[]> models) => new("fold", Write(models));

        private byte[] Write(Dictionary<string, byte[]> models)
        {
            var writer = new ModelArchiveWriter();
            foreach ((string name, byte[] model) in models)
                writer.Add(name, model);
            string lines = string.Concat(_thresholds.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}\t{pair.Value}\n")));
            writer.Add("thresholds", Encoding.UTF8.GetBytes(lines));
            return writer.Write();
        }
    }
}
