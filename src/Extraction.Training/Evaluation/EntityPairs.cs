using Extraction.Records;

namespace Extraction.Training.Evaluation;

/// <summary>Pairs found entities with annotated ones: the same type and a name in common, each at most once.</summary>
internal static class EntityPairs
{
    /// <summary>Ids of annotated entities by ids of found ones. The pair with most names in common goes first, then equal full names, then the order of the records.</summary>
    public static Dictionary<string, string> Find(IReadOnlyList<EntityRecord> gold, IReadOnlyList<EntityRecord> found)
    {
        HashSet<string>[] goldNames = [.. gold.Select(NameForm.AllOf)], foundNames = [.. found.Select(NameForm.AllOf)];
        var candidates = new List<(int Common, bool SameName, int Gold, int Found)>();
        for (int left = 0; left < gold.Count; left++)
        {
            for (int right = 0; right < found.Count; right++)
            {
                int common = gold[left].Type == found[right].Type ? goldNames[left].Count(foundNames[right].Contains) : 0;
                if (common > 0)
                    candidates.Add((common, NameForm.Of(gold[left].Name) == NameForm.Of(found[right].Name), left, right));
            }
        }
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        bool[] goldTaken = new bool[gold.Count], foundTaken = new bool[found.Count];
        foreach ((_, _, int left, int right) in candidates.OrderByDescending(pair => pair.Common).ThenByDescending(pair => pair.SameName)
            .ThenBy(pair => pair.Gold).ThenBy(pair => pair.Found))
        {
            if (goldTaken[left] || foundTaken[right])
                continue;
            goldTaken[left] = foundTaken[right] = true;
            pairs[found[right].Id] = gold[left].Id;
        }
        return pairs;
    }
}
