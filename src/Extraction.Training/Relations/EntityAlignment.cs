using System.Collections.Immutable;
using Extraction.Records;

namespace Extraction.Training.Relations;

/// <summary>Says which annotated entity each recognised entity of an article is.</summary>
internal static class EntityAlignment
{
    /// <summary>By id of a recognised entity, the id of the annotated one: of the same type, with the most names in common, each at most once.</summary>
    public static Dictionary<string, string> Align(ImmutableArray<Entity> recognised, IReadOnlyList<EntityRecord> annotated, string text)
    {
        var candidates = new List<(int Common, int Found, int Gold)>();
        HashSet<string>[] found = [.. recognised.Select(entity => entity.Mentions.Select(mention => Fold(mention.Span.Of(text).ToString())).ToHashSet(StringComparer.Ordinal))];
        for (int gold = 0; gold < annotated.Count; gold++)
        {
            HashSet<string> names = [.. annotated[gold].Mentions.Select(mention => Fold(mention.Text)), Fold(annotated[gold].Name)];
            for (int index = 0; index < found.Length; index++)
            {
                int common = recognised[index].Type == annotated[gold].Type ? found[index].Count(names.Contains) : 0;
                if (common > 0)
                    candidates.Add((common, index, gold));
            }
        }
        var aligned = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach ((_, int index, int gold) in candidates.OrderByDescending(pair => pair.Common).ThenBy(pair => pair.Gold).ThenBy(pair => pair.Found))
        {
            if (!aligned.ContainsKey(recognised[index].Id) && taken.Add(gold))
                aligned.Add(recognised[index].Id, annotated[gold].Id);
        }
        return aligned;
    }

    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
