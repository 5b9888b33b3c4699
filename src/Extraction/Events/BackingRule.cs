using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>Finds funding told in passing: "the company, backed by Nordhang Capital, …".</summary>
/// <remarks>
/// A rule and no classifier, because the gold has too few examples to learn from. Only names that were found to be investors count: hospitals
/// and agencies back many things without putting money in.
/// </remarks>
internal static class BackingRule
{
    // Names may follow the phrase after an article or an adjective ("backed by state-owned …"), not farther.
    private const int Reach = 3;

    // About how often "backed by" an investor means that it holds shares of the company; the gold is too small to measure it.
    private const float Confidence = 0.7f;

    private static readonly ulong Backed = TokenKey.Of("backed"), By = TokenKey.Of("by"), Comma = TokenKey.Of(","), And = TokenKey.Of("and");

    /// <summary>The events of the article, each with its confidence set.</summary>
    public static List<EventCluster> Find(ArticleView view, List<EventCluster> known)
    {
        var found = new List<EventCluster>();
        for (int unit = 0; unit + 2 < view.Units.Length; unit++)
        {
            if (view.Units[unit].Key != Backed || view.Units[unit + 1].Key != By)
                continue;
            int sentence = view.SentenceOf(unit);
            List<int> investors = InvestorsAfter(view, unit + 2, view.Sentences[sentence].End);
            int company = CompanyBefore(view, unit, sentence);
            if (!view.Sentences[sentence].Factual || investors.Count == 0 || company < 0 || IsKnown(known, company, investors))
                continue;
            var draft = new EventDraft(EventType.Funding, -1, sentence) { Anchor = unit, TypeProbability = Confidence };
            draft.Fillers.Add(new Filler(Role.Company, company, Confidence, RoleFeatures.NearestInSentence(view, draft, company) >= 0));
            draft.Fillers.AddRange(investors.Select(investor => new Filler(Role.Investor, investor, Confidence, true)));
            found.Add(new EventCluster(draft) { Confidence = Confidence });
        }
        return found;
    }

    private static List<int> InvestorsAfter(ArticleView view, int first, int end)
    {
        var investors = new List<int>();
        int limit = first + Reach;
        for (int unit = first; unit < Math.Min(limit, end); unit++)
        {
            Unit word = view.Units[unit];
            if (word.Mention >= 0 && view.Entities[view.Mentions[word.Mention].Entity].Type == EntityType.Investor)
                investors.Add(view.Mentions[word.Mention].Entity);
            else if (word.Key != Comma && word.Key != And)
                continue;
            limit = unit + Reach;
        }
        return [.. investors.Distinct()];
    }

    // The company that the text named last: in the sentence itself, or the one that "the company" in it means.
    private static int CompanyBefore(ArticleView view, int unit, int sentence)
    {
        for (int mention = view.Sentences[sentence].EndMention - 1; mention >= 0; mention--)
        {
            MentionView at = view.Mentions[mention];
            if (at.Unit < unit && view.Entities[at.Entity].Type == EntityType.Company)
                return at.Entity;
        }
        return -1;
    }

    // A round that the article tells in full holds the backers already.
    private static bool IsKnown(List<EventCluster> known, int company, List<int> investors) => known.Exists(cluster => cluster.Type == EventType.Funding
        && cluster.Best.First(Role.Company) == company
        && cluster.Drafts.Exists(draft => draft.Fillers.Exists(filler => filler.Role == Role.Investor && investors.Contains(filler.Entity))));
}
