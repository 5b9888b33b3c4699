using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Extraction.Training.Evaluation;

namespace Extraction.Training.Entities;

/// <summary>Compares entities with annotated ones: the same type, and one name in common, legal suffix, case and marks aside.</summary>
internal static partial class EntityScorer
{
    /// <summary>Which of <paramref name="found"/> are right; each annotated entity makes at most one so.</summary>
    public static bool[] Pair(IReadOnlyList<Entity> gold, IReadOnlyList<Entity> found, string text)
    {
        HashSet<string>[] goldNames = [.. gold.Select(entity => Names(entity, text))], foundNames = [.. found.Select(entity => Names(entity, text))];
        var candidates = new List<(int Common, bool SameName, int Gold, int Found)>();
        for (int left = 0; left < gold.Count; left++)
        {
            for (int right = 0; right < found.Count; right++)
            {
                int common = gold[left].Type == found[right].Type ? goldNames[left].Count(foundNames[right].Contains) : 0;
                if (common > 0)
                    candidates.Add((common, Normalize(gold[left].Name) == Normalize(found[right].Name), left, right));
            }
        }
        bool[] taken = new bool[gold.Count], paired = new bool[found.Count];
        foreach ((_, _, int left, int right) in candidates.OrderByDescending(pair => pair.Common).ThenByDescending(pair => pair.SameName)
            .ThenBy(pair => pair.Gold).ThenBy(pair => pair.Found))
        {
            if (!taken[left] && !paired[right])
                taken[left] = paired[right] = true;
        }
        return paired;
    }

    /// <summary>The counts of one article.</summary>
    public static Tally Count(IReadOnlyList<Entity> gold, IReadOnlyList<Entity> found, string text)
    {
        int right = Pair(gold, found, text).Count(paired => paired);
        return new Tally(right, found.Count - right, gold.Count - right);
    }

    /// <summary>The counts of one article's names: exact span and type.</summary>
    public static Tally CountMentions(IReadOnlyList<Entity> gold, IReadOnlyList<Entity> found)
    {
        HashSet<(TextSpan, EntityType)> goldNames = [.. gold.SelectMany(entity => entity.Mentions.Select(mention => (mention.Span, entity.Type)))];
        HashSet<(TextSpan, EntityType)> foundNames = [.. found.SelectMany(entity => entity.Mentions.Select(mention => (mention.Span, entity.Type)))];
        int right = foundNames.Count(goldNames.Contains);
        return new Tally(right, foundNames.Count - right, goldNames.Count - right);
    }

    private static HashSet<string> Names(Entity entity, string text) =>
        [.. entity.Mentions.Select(mention => mention.Span.Of(text).ToString()).Append(entity.Name).Select(Normalize).Where(name => name.Length > 0)];

    private static string Normalize(string name)
    {
        string folded = name.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).Replace("&", " and ");
        string words = Apart().Replace(Ending().Replace(Signs().Replace(folded, ""), ""), " ").Trim();
        string stripped = Legal().Replace(words, "");
        return stripped.Length > 0 ? stripped : words;
    }

    [GeneratedRegex("[®™©]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"(?<=\w)['’]s\b")]
    private static partial Regex Ending();

    [GeneratedRegex(@"[^\w]+")]
    private static partial Regex Apart();

    [GeneratedRegex(@"( (incorporated|inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|nv|bv|gmbh|group|holdings?|kgaa|ab|as|oy|spa|srl|pte|pty|kk))+$")]
    private static partial Regex Legal();
}
