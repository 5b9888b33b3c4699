namespace Extraction.Training.Evaluation;

/// <summary>Two events that tell of the same thing.</summary>
/// <param name="Gold">Index of the annotated event.</param>
/// <param name="Found">Index of the found event.</param>
/// <param name="RightSlots">How many slots they have in common.</param>
internal readonly record struct EventPair(int Gold, int Found, int RightSlots);

/// <summary>Pairs found events with annotated ones of the same type, each at most once.</summary>
internal static class EventPairs
{
    /// <summary>Pairs events that have a key slot in common; those with most slots in common go first, then the order of the records.</summary>
    public static List<EventPair> Find(EventType type, IReadOnlyList<EventSlot[]> gold, IReadOnlyList<EventSlot[]> found)
    {
        var candidates = new List<EventPair>();
        for (int left = 0; left < gold.Count; left++)
        {
            for (int right = 0; right < found.Count; right++)
            {
                (int common, bool hasKey) = Compare(type, gold[left], found[right]);
                if (hasKey)
                    candidates.Add(new EventPair(left, right, common));
            }
        }
        var pairs = new List<EventPair>();
        bool[] goldTaken = new bool[gold.Count], foundTaken = new bool[found.Count];
        foreach (EventPair pair in candidates.OrderByDescending(pair => pair.RightSlots).ThenBy(pair => pair.Gold).ThenBy(pair => pair.Found))
        {
            if (goldTaken[pair.Gold] || foundTaken[pair.Found])
                continue;
            goldTaken[pair.Gold] = foundTaken[pair.Found] = true;
            pairs.Add(pair);
        }
        return pairs;
    }

    private static (int Common, bool HasKey) Compare(EventType type, EventSlot[] gold, EventSlot[] found)
    {
        bool[] used = new bool[gold.Length];
        int common = 0;
        bool hasKey = false;
        foreach (EventSlot slot in found)
        {
            for (int index = 0; index < gold.Length; index++)
            {
                if (used[index] || !gold[index].Matches(slot))
                    continue;
                used[index] = true;
                common++;
                hasKey |= EventSlots.IsKey(type, slot.Name);
                break;
            }
        }
        return (common, hasKey);
    }
}
