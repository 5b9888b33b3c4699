using Extraction.Learning;

namespace Extraction.Events;

/// <summary>Finds the sentences that tell events, and what each of them says.</summary>
internal sealed class DraftFinder(EventModels models, DesignationLexicon designations)
{
    /// <summary>The least probability of a type, and of type and action together, for a sentence to be looked at further; low, because later stages reject.</summary>
    public const float MinType = 0.2f, MinScore = 0.18f;

    // The least probability of a status other than done, of a filing, of a designation; see ThresholdSearch.BestForSlot.
    private const float MinOther = 0.4f;

    private readonly RoleFiller _roles = new(models);
    private readonly ValueFiller _values = new(models);
    private readonly DraftSplitter _splitter = new(designations);

    /// <summary>Every draft of the article, and for each sentence the probability of each type.</summary>
    public List<EventDraft> Find(ArticleView view, out float[][] types)
    {
        var drafts = new List<EventDraft>();
        var features = new FeatureList();
        types = new float[view.Sentences.Length][];
        for (int sentence = 0; sentence < view.Sentences.Length; sentence++)
        {
            types[sentence] = new float[models.Types.Labels.Length];
            if (!view.Sentences[sentence].Factual)
                continue;
            features.Clear();
            SentenceFeatures.Add(view, sentence, features);
            models.Types.Score(features.Keys, types[sentence]);
            for (int type = 0; type < types[sentence].Length; type++)
                types[sentence][type] = LinearModel.Probability(types[sentence][type]);
            for (var type = EventType.Funding; type <= EventType.Policy; type++)
            {
                if (types[sentence][(int)type] >= MinType && IsSentenceType(type))
                    AddDrafts(view, (sentence, type, types[sentence][(int)type]), features, drafts);
            }
        }
        var whole = new List<EventDraft>();
        foreach (EventDraft draft in drafts)
        {
            Describe(view, draft, features);
            whole.AddRange(_splitter.Split(view, draft));
        }
        return whole;
    }

    /// <summary>Whether events of the type are found by their sentences; the others are found by the figures they state.</summary>
    public static bool IsSentenceType(EventType type) => type is not (EventType.Sales or EventType.Price or EventType.Statistic);

    // One draft for each action that the sentence may tell.
    private void AddDrafts(ArticleView view, (int Index, EventType Type, float Probability) sentence, FeatureList features, List<EventDraft> drafts)
    {
        if (models.Actions(sentence.Type) is not { } model)
        {
            drafts.Add(Draft(view, sentence, -1, 1));
            return;
        }
        Span<float> scores = stackalloc float[model.Labels.Length];
        model.Score(features.Keys, scores);
        for (int action = 0; action < scores.Length; action++)
        {
            float probability = LinearModel.Probability(scores[action]);
            if (probability * sentence.Probability >= MinScore)
                drafts.Add(Draft(view, sentence, action, probability));
        }
    }

    private static EventDraft Draft(ArticleView view, (int Index, EventType Type, float Probability) sentence, int action, float probability) =>
        new(sentence.Type, action, sentence.Index)
        {
            Anchor = AnchorOf(view, sentence.Index, sentence.Type, action),
            TypeProbability = sentence.Probability,
            ActionProbability = probability,
        };

    /// <summary>The unit that tells the event: the first trigger of the action, else of the type, else the sentence's first unit.</summary>
    public static int AnchorOf(ArticleView view, int sentence, EventType type, int action)
    {
        SentenceView at = view.Sentences[sentence];
        string? name = action < 0 ? null : EventVocabulary.Actions(type)[action];
        int ofType = -1;
        for (int unit = at.First; unit < at.End; unit++)
        {
            TriggerClass trigger = view.TriggerAt(unit);
            if (trigger.Type != type)
                continue;
            if (trigger.Action == name)
                return unit;
            if (ofType < 0)
                ofType = unit;
        }
        return ofType >= 0 ? ofType : at.First;
    }

    /// <summary>Fills status, roles, values and words of a draft.</summary>
    public void Describe(ArticleView view, EventDraft draft, FeatureList features)
    {
        DraftFeatures.Fill(view, draft, features);
        draft.Status = StatusOf(models, features);
        if (models.Kinds(draft.Type) is { } kinds)
            draft.Kind = view.OnlyKindIn(draft.Sentence, draft.Type) ?? kinds.Labels[kinds.Best(features.Keys).Label];
        if (draft.Type == EventType.Regulatory)
        {
            draft.Filing = ToldFiling(view, draft) ?? NotNone(models.Filing, features);
            if (draft.Action >= 0 && EventVocabulary.Actions(draft.Type)[draft.Action] == "designated")
                draft.Designation = NotNone(models.Designation, features);
        }
        _roles.Fill(view, draft, features);
        if (draft.Type == EventType.Acquisition)
            AcquisitionRoles.Assign(view, draft);
        _values.Fill(view, draft, features);
    }

    // An application that is filed, taken up or cleared is of the one kind that the sentence names; an approval is often told without its filing.
    private static string? ToldFiling(ArticleView view, EventDraft draft) =>
        draft.Action >= 0 && EventVocabulary.Actions(draft.Type)[draft.Action] is "submitted" or "accepted" or "cleared" ? view.OnlyKindIn(draft.Sentence, draft.Type) : null;

    /// <summary>The status that the features speak for: done unless another is likely enough.</summary>
    public static EventStatus StatusOf(EventModels models, FeatureList features)
    {
        Span<float> scores = stackalloc float[models.Status.Labels.Length];
        models.Status.Score(features.Keys, scores);
        int best = BestOf(scores[1..]) + 1;
        return LinearModel.Probability(scores[best]) >= MinOther ? (EventStatus)best : EventStatus.Done;
    }

    // The best label but the last, which says none; null where none of them is likely enough.
    private static string? NotNone(LinearModel model, FeatureList features)
    {
        Span<float> scores = stackalloc float[model.Labels.Length];
        model.Score(features.Keys, scores);
        int best = BestOf(scores[..^1]);
        return LinearModel.Probability(scores[best]) >= MinOther ? model.Labels[best] : null;
    }

    private static int BestOf(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int label = 1; label < scores.Length; label++)
            best = scores[label] > scores[best] ? label : best;
        return best;
    }
}
