namespace Extraction.Events;

/// <summary>What decides whether a cluster of drafts is an event: a dense row for the boosted trees.</summary>
internal static class KeepFeatures
{
    // Types found by sentences: funding to policy, statistic, sales and price apart.
    private const int Types = 10;

    /// <summary>The length of a row.</summary>
    public const int Count = 38 + Types;

    /// <summary>The row of a cluster.</summary>
    public static float[] Row(ArticleView view, EventCluster cluster, (List<EventCluster> Clusters, float[][] Types) article)
    {
        EventDraft best = cluster.Best;
        var row = new float[Count];
        int at = 0;
        void Add(float value) => row[at++] = value;

        float none = 1;
        foreach (EventDraft draft in cluster.Drafts)
            none *= 1 - Math.Min(draft.Score, 0.99f);
        Add(best.Score);
        Add(cluster.Drafts.Count > 1 ? cluster.Drafts[1].Score : 0);
        Add(1 - none);
        Add(cluster.Drafts.Count);
        Add(best.TypeProbability);
        Add(best.ActionProbability);
        Add(cluster.Drafts.Max(draft => draft.TypeProbability));
        AddPlace(view, cluster, Add);
        AddCompetition(cluster, article, Add);
        AddSlots(view, best, Add);
        Add((float)best.Status);
        Add(best.Action);
        for (int type = 0; type < Types; type++)
            Add((int)cluster.Type == type ? 1 : 0);
        return row;
    }

    private static void AddPlace(ArticleView view, EventCluster cluster, Action<float> add)
    {
        add(cluster.Drafts.Exists(draft => view.Document.Sentences[draft.Sentence].Line == 0) ? 1 : 0);
        add(cluster.FirstSentence);
        add(cluster.Best.Sentence);
        add((float)cluster.Best.Sentence / view.Sentences.Length);
        add(view.Sentences.Length);
        add((int)view.Sentences[cluster.Best.Sentence].Section);
        add(view.Sentences[cluster.Best.Sentence].End - view.Sentences[cluster.Best.Sentence].First);
        add(cluster.Best.Anchor - view.Sentences[cluster.Best.Sentence].First);
        add(view.TriggerAt(cluster.Best.Anchor).Type == cluster.Type ? 1 : 0);
    }

    private static void AddCompetition(EventCluster cluster, (List<EventCluster> Clusters, float[][] Types) article, Action<float> add)
    {
        int sameType = 0, sameAction = 0, better = 0;
        float bestSameType = 0, bestSameSentence = 0, bestSameAction = 0;
        foreach (EventCluster other in article.Clusters)
        {
            if (other == cluster || other.Type != cluster.Type)
                continue;
            sameType++;
            bestSameType = Math.Max(bestSameType, other.Best.Score);
            better += other.Best.Score > cluster.Best.Score ? 1 : 0;
            if (other.Best.Action == cluster.Best.Action)
            {
                sameAction++;
                bestSameAction = Math.Max(bestSameAction, other.Best.Score);
            }
            if (other.Drafts.Exists(draft => draft.Sentence == cluster.Best.Sentence))
                bestSameSentence = Math.Max(bestSameSentence, other.Best.Score);
        }
        float elsewhere = 0, likely = 0, otherType = 0;
        for (int sentence = 0; sentence < article.Types.Length; sentence++)
        {
            float probability = article.Types[sentence][(int)cluster.Type];
            likely += probability > 0.5f ? 1 : 0;
            if (sentence != cluster.Best.Sentence)
                elsewhere = Math.Max(elsewhere, probability);
        }
        for (int type = 0; type < Types; type++)
            otherType = type == (int)cluster.Type ? otherType : Math.Max(otherType, article.Types[cluster.Best.Sentence][type]);
        add(sameType);
        add(sameAction);
        add(better);
        add(bestSameType);
        add(bestSameSentence);
        add(bestSameAction);
        add(elsewhere);
        add(likely);
        add(otherType);
        add(article.Clusters.Count);
    }

    private static void AddSlots(ArticleView view, EventDraft best, Action<float> add)
    {
        float key = 0, keyInSentence = 0, rank = 9;
        foreach (Filler filler in best.Fillers)
        {
            if (!EventVocabulary.Keys(best.Type).Contains(filler.Role))
                continue;
            key = Math.Max(key, filler.Probability);
            keyInSentence = Math.Max(keyInSentence, filler.InSentence ? 1 : 0);
            rank = Math.Min(rank, view.Entities[filler.Entity].Rank);
        }
        add(key);
        add(keyInSentence);
        add(rank);
        add(best.First(Role.Product) is var product && product >= 0 ? view.Entities[product].Rank : 9);
        add(best.Fillers.Count);
        add(best[ValueSlot.Date].IsFilled ? best[ValueSlot.Date].InSentence ? 2 : 1 : 0);
        add(best[ValueSlot.Amount].IsFilled ? best[ValueSlot.Amount].InSentence ? 2 : 1 : 0);
        add(best[ValueSlot.Phase].IsFilled ? best[ValueSlot.Phase].InSentence ? 2 : 1 : 0);
        add(best.Designation is null ? 0 : 1);
        add(best.Filing is null ? 0 : 1);
    }
}
