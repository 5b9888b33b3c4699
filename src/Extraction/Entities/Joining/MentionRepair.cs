using Extraction.Tokens;

namespace Extraction.Entities.Joining;

/// <summary>Makes the names of one article agree with each other before they are joined.</summary>
internal static class MentionRepair
{
    /// <summary>Drops what is too unsure, gives one type to equal names, and finds the other places where sure names stand.</summary>
    public static List<Mention> Repair(Document document, EntityOptions options)
    {
        var mentions = new List<Mention>(document.Mentions.Length);
        foreach (Mention mention in document.Mentions)
        {
            if (mention.Confidence >= options.LeastConfidence)
                mentions.Add(mention);
        }
        Vote(document, mentions);
        Spread(document, mentions, options);
        return mentions;
    }

    // Equal words mean one thing in one article; the surest reading wins.
    private static void Vote(Document document, List<Mention> mentions)
    {
        var votes = new Dictionary<string, double[]>(StringComparer.Ordinal);
        string[] keys = new string[mentions.Count];
        for (int index = 0; index < keys.Length; index++)
        {
            Mention mention = mentions[index];
            keys[index] = mention.Span.Of(document.NormalizedText).ToString();
            if (!votes.TryGetValue(keys[index], out double[]? vote))
                votes.Add(keys[index], vote = new double[Enum.GetValues<EntityType>().Length]);
            vote[(int)mention.Type] += mention.Confidence;
        }
        for (int index = 0; index < keys.Length; index++)
        {
            double[] vote = votes[keys[index]];
            var winner = (EntityType)Array.IndexOf(vote, vote.Max());
            if (winner != mentions[index].Type)
                mentions[index] = mentions[index] with { Type = winner };
        }
    }

    private static void Spread(Document document, List<Mention> mentions, EntityOptions options)
    {
        var names = new Dictionary<ulong, List<Mention>>();
        foreach (Mention mention in mentions)
        {
            if (mention.Confidence < options.SpreadConfidence || mention.Span.Length < 2)
                continue;
            ulong first = document.Tokens[NameWords.FirstToken(document.Tokens, mention.Span.Start)].Key;
            if (!names.TryGetValue(first, out List<Mention>? same))
                names.Add(first, same = []);
            if (!same.Exists(other => other.Type == mention.Type && other.Span.Of(document.NormalizedText).SequenceEqual(mention.Span.Of(document.NormalizedText))))
                same.Add(mention);
        }
        foreach (List<Mention> same in names.Values)
            same.Sort((left, right) => right.Span.Length.CompareTo(left.Span.Length));
        var found = new List<Mention>();
        int next = 0;
        Token[] tokens = document.Tokens;
        for (int index = 0; index < tokens.Length; index++)
        {
            while (next < mentions.Count && mentions[next].Span.End <= tokens[index].Start)
                next++;
            if (next < mentions.Count && mentions[next].Span.Start < tokens[index].End)
                continue;
            int limit = next < mentions.Count ? mentions[next].Span.Start : document.Text.Length;
            if (names.TryGetValue(tokens[index].Key, out List<Mention>? candidates) && Match(document, index, limit, candidates) is Mention match)
            {
                found.Add(match);
                while (index + 1 < tokens.Length && tokens[index + 1].Start < match.Span.End)
                    index++;
            }
        }
        mentions.AddRange(found);
        mentions.Sort((left, right) => left.Span.CompareTo(right.Span));
    }

    private static Mention? Match(Document document, int token, int limit, List<Mention> candidates)
    {
        int start = document.Tokens[token].Start;
        foreach (Mention candidate in candidates)
        {
            int end = start + candidate.Span.Length;
            if (end > limit || !EndsToken(document.Tokens, token, end))
                continue;
            ReadOnlySpan<char> text = document.NormalizedText.AsSpan(start, candidate.Span.Length);
            if (text.SequenceEqual(candidate.Span.Of(document.NormalizedText)))
                return candidate with { Span = new TextSpan(start, end), FoundBy = "spread" };
        }
        return null;
    }

    private static bool EndsToken(Token[] tokens, int first, int end)
    {
        for (int index = first; index < tokens.Length && tokens[index].Start < end; index++)
        {
            if (tokens[index].End == end)
                return true;
        }
        return false;
    }
}
