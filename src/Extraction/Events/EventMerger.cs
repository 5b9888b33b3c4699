namespace Extraction.Events;

/// <summary>Joins the drafts that tell the same event.</summary>
internal static class EventMerger
{
    // The title and the sentences that retell it: there the same event is often told under two actions.
    private const int LeadSentences = 3;

    /// <summary>The clusters, best first.</summary>
    public static List<EventCluster> Merge(ArticleView view, List<EventDraft> drafts)
    {
        var clusters = new List<EventCluster>();
        foreach (EventDraft draft in drafts.OrderByDescending(draft => draft.Score).ThenBy(draft => draft.Sentence).ThenBy(draft => draft.Action))
        {
            EventCluster? home = clusters.Find(cluster => cluster.Admits(view, draft, ActionMatch.Same));
            if (home is null)
                clusters.Add(new EventCluster(draft));
            else
                home.Drafts.Add(draft);
        }
        return MergeTitle(view, clusters);
    }

    private static List<EventCluster> MergeTitle(ArticleView view, List<EventCluster> clusters)
    {
        var kept = new List<EventCluster>();
        foreach (EventCluster cluster in clusters)
        {
            EventCluster? home = kept.Find(other => other.Type == cluster.Type && IsLead(other) && IsLead(cluster)
                && other.Best.Action != cluster.Best.Action && !SharesSentence(other, cluster)
                && cluster.Drafts.TrueForAll(draft => other.Admits(view, draft, ActionMatch.Any)));
            if (home is null)
                kept.Add(cluster);
            else
                home.Drafts.AddRange(cluster.Drafts);
        }
        return kept;
    }

    private static bool IsLead(EventCluster cluster) => cluster.Drafts.TrueForAll(draft => draft.Sentence < LeadSentences);

    private static bool SharesSentence(EventCluster left, EventCluster right) =>
        left.Drafts.Exists(draft => right.Drafts.Exists(other => other.Sentence == draft.Sentence));
}
