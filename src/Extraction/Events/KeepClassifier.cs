using Extraction.Learning;

namespace Extraction.Events;

/// <summary>Decides which clusters are events, and how surely.</summary>
internal sealed class KeepClassifier(EventModels models)
{
    private const float DefaultThreshold = 0.4f;

    /// <summary>The clusters that are events, with keep score and confidence.</summary>
    public List<EventCluster> Choose(ArticleView view, List<EventCluster> clusters, float[][] types)
    {
        if (models.Keep is not { Length: > 0 } keep || models.Confidence is not { } curve)
            return clusters;
        foreach (EventCluster cluster in clusters)
        {
            cluster.KeepScore = Score(keep, KeepFeatures.Row(view, cluster, (clusters, types)));
            cluster.Confidence = curve.Probability(cluster.KeepScore);
        }
        return clusters.FindAll(cluster => LinearModel.Probability(cluster.KeepScore) >= models.Threshold($"keep/{cluster.Type}", DefaultThreshold));
    }

    /// <summary>The mean score of the keep models.</summary>
    public static float Score(TreeEnsemble[] models, ReadOnlySpan<float> row)
    {
        float sum = 0;
        foreach (TreeEnsemble model in models)
            sum += model.Score(row);
        return sum / models.Length;
    }

    /// <summary>Sets the confidence of figures, which their own model has chosen.</summary>
    public List<EventCluster> Calibrate(List<EventCluster> figures)
    {
        foreach (EventCluster figure in figures)
            figure.Confidence = models.FigureConfidence?.Probability(figure.KeepScore) ?? LinearModel.Probability(figure.KeepScore);
        return figures;
    }
}
