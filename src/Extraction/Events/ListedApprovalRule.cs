using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>Gives each company of a list its approval: "four CAR-T products (from A, B, C and D) have received approval".</summary>
/// <remarks>A rule and no classifier: such sentences stand in articles about sectors, and the gold has too few of them to learn from.</remarks>
internal sealed class ListedApprovalRule(EventModels models)
{
    // Two names in a row may be one maker and its partner; three are a list.
    private const int MinListed = 3;

    // The gold has too few cases to measure it.
    private const float Confidence = 0.7f;

    private static readonly int Approved = EventVocabulary.Actions(EventType.Regulatory).IndexOf("approved");
    private static readonly ulong Comma = TokenKey.Of(","), And = TokenKey.Of("and");

    private readonly RoleFiller _roles = new(models);

    /// <summary>The events of the article, each with its confidence set.</summary>
    public List<EventCluster> Find(ArticleView view, List<EventCluster> known)
    {
        var found = new List<EventCluster>();
        var features = new FeatureList();
        for (int sentence = 0; sentence < view.Sentences.Length; sentence++)
        {
            if (!view.Sentences[sentence].Factual || !TellsApprovedProducts(view, sentence) || ListedCompanies(view, sentence) is not { Count: >= MinListed } listed)
                continue;
            var draft = new EventDraft(EventType.Regulatory, Approved, sentence)
            {
                Anchor = DraftFinder.AnchorOf(view, sentence, EventType.Regulatory, Approved),
                TypeProbability = Confidence,
            };
            _roles.Fill(view, draft, features);
            draft.Fillers.RemoveAll(filler => filler.Role is Role.Company or Role.Product || !filler.InSentence);
            found.AddRange(listed.Where(company => !IsKnown(known, company)).Select(company => WithCompany(draft, company)));
        }
        return found;
    }

    private static EventCluster WithCompany(EventDraft draft, int company)
    {
        EventDraft part = draft.Copy();
        part.Fillers.Add(new Filler(Role.Company, company, Confidence, true));
        return new EventCluster(part) { Confidence = Confidence };
    }

    // The products are counted, not named, and the sentence speaks of approval.
    private static bool TellsApprovedProducts(ArticleView view, int sentence)
    {
        SentenceView at = view.Sentences[sentence];
        bool approved = false;
        for (int unit = at.First; unit < at.End; unit++)
        {
            if (view.Units[unit].Mention is >= 0 and var mention && view.Entities[view.Mentions[mention].Entity].Type == EntityType.Product)
                return false;
            approved |= view.TriggerAt(unit) is { Type: EventType.Regulatory, Action: "approved" };
        }
        return approved && view.KindsIn(sentence, EventType.Statistic) != 0;
    }

    // The companies of the sentence's longest list: names parted by nothing but commas and "and".
    private static List<int> ListedCompanies(ArticleView view, int sentence)
    {
        List<int> longest = [], current = [];
        SentenceView at = view.Sentences[sentence];
        for (int unit = at.First; unit < at.End; unit++)
        {
            Unit word = view.Units[unit];
            if (word.Mention >= 0 && view.Entities[view.Mentions[word.Mention].Entity].Type == EntityType.Company)
                current.Add(view.Mentions[word.Mention].Entity);
            else if (word.Key != Comma && word.Key != And)
                current = [];
            if (current.Count > longest.Count)
                longest = [.. current.Distinct()];
        }
        return longest;
    }

    private static bool IsKnown(List<EventCluster> known, int company) => known.Exists(cluster => cluster.Type == EventType.Regulatory
        && cluster.Best.Action == Approved && cluster.Best.First(Role.Company) == company);
}
