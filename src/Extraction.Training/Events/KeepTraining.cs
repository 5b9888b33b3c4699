using System.Text.Json.Nodes;
using Extraction.Events;
using Extraction.Learning;
using Extraction.Training.Learning;

namespace Extraction.Training.Events;

/// <summary>Collects the clusters that articles get from models not trained on them, and trains the keep model on these.</summary>
internal sealed class KeepTraining(EventTrainingOptions options)
{
    private readonly List<(int Article, EventCluster Cluster, bool Right)> _items = [];
    private readonly Dictionary<EventCluster, float[]> _rows = [];
    private readonly List<(TrainingArticle Source, List<EventCluster> Clusters)> _articles = [];
    private readonly Dictionary<EventType, int> _gold = [];

    /// <summary>Adds the clusters of one article.</summary>
    public void Collect(int article, TrainingArticle source, List<EventCluster> clusters, float[][] types)
    {
        GoldEvent?[] matched = GoldMatcher.Match(clusters, source.Events);
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            _rows[clusters[cluster]] = KeepFeatures.Row(source.View, clusters[cluster], (clusters, types));
            _items.Add((article, clusters[cluster], matched[cluster] is not null));
        }
        _articles.Add((source, clusters));
        foreach (GoldEvent gold in source.Events)
            _gold[gold.Type] = _gold.GetValueOrDefault(gold.Type) + 1;
    }

    /// <summary>The models trained on every cluster.</summary>
    public byte[][] TrainAll() => Train(_ => true);

    /// <summary>Sets each cluster's keep score by a model not trained on its article.</summary>
    public void ScoreOutOfFold()
    {
        for (int fold = 0; fold < options.Folds; fold++)
        {
            TreeEnsemble[] models = [.. Train(article => article % options.Folds != fold).Select(model => new TreeEnsemble(model))];
            foreach ((int _, EventCluster cluster, bool _) in _items.Where(item => item.Article % options.Folds == fold))
                cluster.KeepScore = KeepClassifier.Score(models, _rows[cluster]);
        }
    }


    /// <summary>The threshold of each type, by name; call <see cref="ScoreOutOfFold"/> first.</summary>
    public IEnumerable<(string Name, float Threshold)> Thresholds() => _gold.Keys.Where(DraftFinder.IsSentenceType).Order().Select(type => ($"keep/{type}",
        ThresholdSearch.Best([.. _items.Where(item => item.Cluster.Type == type).Select(item => (LinearModel.Probability(item.Cluster.KeepScore), item.Right))], _gold[type])));

    /// <summary>The curve from keep score to the share of right events among those kept, right as the scorer counts it; call <see cref="ScoreOutOfFold"/> first.</summary>
    public byte[] Curve(IReadOnlyDictionary<string, float> thresholds)
    {
        var items = new List<(float, bool)>();
        foreach ((TrainingArticle source, List<EventCluster> clusters) in _articles)
        {
            List<EventCluster> kept = clusters.FindAll(cluster => LinearModel.Probability(cluster.KeepScore) >= thresholds[$"keep/{cluster.Type}"]);
            GoldEvent?[] matched = GoldMatcher.Match(kept, source.Events, leastWeight: 0);
            items.AddRange(kept.Select((cluster, index) => (cluster.KeepScore, matched[index] is not null)));
        }
        return CalibrationTrainer.Fit(items);
    }

    /// <summary>By type: gold events, those that any cluster tells, clusters kept, and kept ones that are right; call <see cref="ScoreOutOfFold"/> first.</summary>
    public JsonObject Scores(IReadOnlyDictionary<string, float> thresholds)
    {
        var scores = new JsonObject();
        foreach (EventType type in _gold.Keys.Where(DraftFinder.IsSentenceType).Order())
        {
            (EventCluster Cluster, bool Right)[] items = [.. _items.Where(item => item.Cluster.Type == type).Select(item => (item.Cluster, item.Right))];
            (EventCluster Cluster, bool Right)[] kept = [.. items.Where(item => LinearModel.Probability(item.Cluster.KeepScore) >= thresholds[$"keep/{type}"])];
            scores.Add(type.ToString(), new JsonObject
            {
                ["gold"] = _gold[type],
                ["told"] = items.Count(item => item.Right),
                ["kept"] = kept.Length,
                ["right"] = kept.Count(item => item.Right),
            });
        }
        return scores;
    }

    private byte[][] Train(Func<int, bool> uses)
    {
        (float[] Row, bool Right)[] rows = [.. _items.Where(item => uses(item.Article)).Select(item => (_rows[item.Cluster], item.Right))];
        return [.. Enumerable.Range(0, EventModels.KeepModels).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(index =>
            TreeTrainer.Train([.. rows.Select(row => row.Row)], [.. rows.Select(row => row.Right)], new TreeOptions { Seed = options.Seed + (ulong)index }))];
    }
}
