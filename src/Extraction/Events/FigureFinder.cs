using Extraction.Learning;

namespace Extraction.Events;

/// <summary>Finds the events that are figures: sector statistics, sales and prices.</summary>
internal sealed class FigureFinder(EventModels models)
{
    // Used where training has chosen no thresholds.
    private const float DefaultThreshold = 0.3f;

    private readonly RoleFiller _roles = new(models);
    private readonly ValueFiller _values = new(models);

    /// <summary>The types in the order of the figure model's labels; the label after them says none.</summary>
    public static ReadOnlySpan<EventType> Types => [EventType.Statistic, EventType.Sales, EventType.Price];

    /// <summary>A cluster for each figure; the keep score is the figure model's.</summary>
    public List<EventCluster> Find(ArticleView view, float[][] types)
    {
        var clusters = new List<EventCluster>();
        var features = new FeatureList();
        Span<float> scores = stackalloc float[models.Figures.Labels.Length];
        for (int value = 0; value < view.ValueUnits.Length; value++)
        {
            if (!FigureFeatures.MayBeFigure(view, value))
                continue;
            int sentence = view.SentenceOf(view.ValueUnits[value]);
            if (!view.Sentences[sentence].Factual)
                continue;
            FigureFeatures.Fill(view, value, types[sentence], features);
            models.Figures.Score(features.Keys, scores);
            int best = 0;
            for (int label = 1; label < Types.Length; label++)
                best = scores[label] > scores[best] ? label : best;
            float probability = LinearModel.Probability(scores[best]);
            if (probability < models.Threshold($"figure/{Types[best]}", DefaultThreshold) || !Fits(view, value, Types[best]))
                continue;
            EventDraft draft = Describe(view, (value, sentence, Types[best], probability), features);
            if (!clusters.Exists(other => IsSame(view, other.Best, draft)))
                clusters.Add(new EventCluster(draft) { KeepScore = scores[best] });
        }
        return clusters;
    }

    // Sales and prices are money; a statistic may be any figure.
    private static bool Fits(ArticleView view, int value, EventType type) => type == EventType.Statistic || view.Document.Values[value] is Values.MoneyMention;

    private EventDraft Describe(ArticleView view, (int Value, int Sentence, EventType Type, float Probability) figure, FeatureList features)
    {
        var draft = new EventDraft(figure.Type, -1, figure.Sentence) { Anchor = view.ValueUnits[figure.Value], TypeProbability = figure.Probability };
        draft[ValueSlot.Figure] = new SlotValue(figure.Value, figure.Probability, true);
        if (figure.Type == EventType.Statistic)
            draft.Measure = MeasureOf(view, draft, figure.Value) ?? models.Measures.Labels[models.Measures.Best(features.Keys).Label];
        DraftFeatures.Fill(view, draft, features);
        draft.Status = DraftFinder.StatusOf(models, features);
        _roles.Fill(view, draft, features);
        _values.Fill(view, draft, features);
        return draft;
    }

    // The counted noun tells the measure of a count, whatever else the sentence says; approved products count as approvals.
    private static string? MeasureOf(ArticleView view, EventDraft draft, int value)
    {
        if (view.Document.Values[value] is not Values.CountMention { Unit.Length: > 0 } count)
            return null;
        string? measure = view.KindOf(count.Unit, EventType.Statistic);
        return measure == "products" && TellsApproval(view, draft.Sentence) ? "approvals" : measure;
    }

    private static bool TellsApproval(ArticleView view, int sentence)
    {
        for (int unit = view.Sentences[sentence].First; unit < view.Sentences[sentence].End; unit++)
        {
            if (view.TriggerAt(unit) is { Type: EventType.Regulatory, Action: "approved" })
                return true;
        }
        return false;
    }

    private static bool IsSame(ArticleView view, EventDraft left, EventDraft right) =>
        left.Type == right.Type && left.Measure == right.Measure && FigureValue.Of(view, left) == FigureValue.Of(view, right);
}
