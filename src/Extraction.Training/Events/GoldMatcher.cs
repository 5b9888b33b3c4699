using Extraction.Events;

namespace Extraction.Training.Events;

/// <summary>Pairs clusters with gold events of the same article, one to one: what the keep model learns from.</summary>
internal static class GoldMatcher
{
    // A cluster that tells the event from its own sentence is the better pair than one that only shares the action; slots break ties.
    private const int SameSentence = 4, SameFiller = 1;

    /// <summary>The weight of a shared action.</summary>
    public const int SameAction = 3;

    /// <summary>The gold event of each cluster, null where there is none.</summary>
    /// <param name="clusters">The clusters of one article.</param>
    /// <param name="gold">Its gold events.</param>
    /// <param name="leastWeight">How much a pair must share beside a key slot: <see cref="SameAction"/> to learn from, 0 to count as the scorer does.</param>
    public static GoldEvent?[] Match(IReadOnlyList<EventCluster> clusters, IReadOnlyList<GoldEvent> gold, int leastWeight = SameAction)
    {
        var pairs = new List<(int Weight, int Cluster, int Gold)>();
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            for (int item = 0; item < gold.Count; item++)
            {
                if (clusters[cluster].Type == gold[item].Type && SharesKey(clusters[cluster], gold[item]) && Weight(clusters[cluster], gold[item]) is var weight && weight >= leastWeight)
                    pairs.Add((weight, cluster, item));
            }
        }
        var matched = new GoldEvent?[clusters.Count];
        var taken = new bool[gold.Count];
        foreach ((int _, int cluster, int item) in pairs.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Cluster).ThenBy(pair => pair.Gold))
        {
            if (matched[cluster] is not null || taken[item])
                continue;
            matched[cluster] = gold[item];
            taken[item] = true;
        }
        return matched;
    }

    private static bool SharesKey(EventCluster cluster, GoldEvent gold) => cluster.Drafts.Exists(draft => draft.Fillers.Exists(filler =>
        EventVocabulary.Keys(gold.Type).Contains(filler.Role) && gold.Has(filler.Role, filler.Entity)));

    private static int Weight(EventCluster cluster, GoldEvent gold)
    {
        int weight = cluster.Drafts.Exists(draft => gold.Sentences.Contains(draft.Sentence)) ? SameSentence : 0;
        weight += cluster.Best.Action == gold.Action ? SameAction : 0;
        weight += cluster.Best.Fillers.Count(filler => gold.Has(filler.Role, filler.Entity)) * SameFiller;
        weight += cluster.Best.Status == gold.Record.Status ? 1 : 0;
        weight += gold.Record.Designation is not null && cluster.Best.Designation == gold.Record.Designation ? 2 : 0;
        return weight;
    }
}
