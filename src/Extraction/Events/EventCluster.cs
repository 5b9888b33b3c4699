namespace Extraction.Events;

/// <summary>The drafts of one event, best first.</summary>
internal sealed class EventCluster(EventDraft first)
{
    /// <summary>The drafts, best first.</summary>
    public List<EventDraft> Drafts { get; } = [first];

    /// <summary>The draft that tells the event best: its words and roles stand for the event.</summary>
    public EventDraft Best => Drafts[0];

    /// <summary>What kind of event it is.</summary>
    public EventType Type => Best.Type;

    /// <summary>The first sentence that tells it.</summary>
    public int FirstSentence => Drafts.Min(draft => draft.Sentence);

    /// <summary>The log-odds that it is an event, set by the keep model.</summary>
    public float KeepScore { get; set; }

    /// <summary>The probability that it is an event.</summary>
    public double Confidence { get; set; }

    /// <summary>Whether a draft may tell this event too.</summary>
    public bool Admits(ArticleView view, EventDraft draft, ActionMatch match)
    {
        foreach (EventDraft own in Drafts)
        {
            if (own.Type != draft.Type || match == ActionMatch.Same && own.Action != draft.Action || !AreCompatible(view, own, draft))
                return false;
        }
        return true;
    }

    private static bool AreCompatible(ArticleView view, EventDraft left, EventDraft right)
    {
        // Within one sentence only the model of actions or the splitter made two drafts: they are two events.
        if (left.Sentence == right.Sentence && left.Action == right.Action)
            return false;
        if (left.Status != right.Status && (left.Status == EventStatus.Done || right.Status == EventStatus.Done))
            return false;
        if (Differ(left.Designation, right.Designation) || left.Type == EventType.Regulatory && Differ(left.Filing, right.Filing))
            return false;
        foreach (Role role in (ReadOnlySpan<Role>)[Role.Product, Role.Company, Role.Trial, Role.Person, Role.Acquired])
        {
            if (AreDisjoint(left, right, role))
                return false;
        }
        if (left.Type == EventType.Deal && AreDisjoint(view, left, right))
            return false;
        return !ValuesDiffer(view, left, right, ValueSlot.Phase) && !ValuesDiffer(view, left, right, ValueSlot.Amount)
            && !ValuesDiffer(view, left, right, ValueSlot.Date);
    }

    private static bool Differ(string? left, string? right) => left is not null && right is not null && left != right;

    // Both sentences name fillers of the role, and none in common.
    private static bool AreDisjoint(EventDraft left, EventDraft right, Role role)
    {
        bool leftNames = false, rightNames = false;
        foreach (Filler filler in left.Fillers)
        {
            if (filler.Role != role || !filler.InSentence)
                continue;
            leftNames = true;
            foreach (Filler other in right.Fillers)
            {
                if (other.Role != role || !other.InSentence)
                    continue;
                rightNames = true;
                if (other.Entity == filler.Entity)
                    return false;
            }
        }
        return leftNames && rightNames;
    }

    // Deals: the parties beside the article's main company.
    private static bool AreDisjoint(ArticleView view, EventDraft left, EventDraft right)
    {
        bool leftNames = false, rightNames = false;
        foreach (Filler filler in left.Fillers)
        {
            if (!IsOtherParty(view, filler))
                continue;
            leftNames = true;
            foreach (Filler other in right.Fillers)
            {
                if (!IsOtherParty(view, other))
                    continue;
                rightNames = true;
                if (other.Entity == filler.Entity)
                    return false;
            }
        }
        return leftNames && rightNames;
    }

    private static bool IsOtherParty(ArticleView view, Filler filler) =>
        filler.Role is Role.Partner or Role.Licensee or Role.Licensor && view.Entities[filler.Entity] is not { Type: EntityType.Company, Rank: 0 };

    private static bool ValuesDiffer(ArticleView view, EventDraft left, EventDraft right, ValueSlot slot)
    {
        if (!left[slot].InSentence || !right[slot].InSentence)
            return false;
        return (view.Document.Values[left[slot].Index], view.Document.Values[right[slot].Index]) switch
        {
            (Values.PhaseMention one, Values.PhaseMention other) => one.Phase != other.Phase,
            (Values.MoneyMention one, Values.MoneyMention other) => one.Money.Currency == other.Money.Currency && !AreClose(one.Money.Value, other.Money.Value),
            (Values.DateMention one, Values.DateMention other) => one.Date.Year != other.Date.Year
                || one.Date.Month is not null && other.Date.Month is not null && one.Date.Month != other.Date.Month,
            _ => false,
        };
    }

    // A release rounds in its title what its body gives exactly.
    private static bool AreClose(decimal? left, decimal? right) =>
        left is { } one && right is { } other && Math.Abs(one - other) <= 0.05m * Math.Max(Math.Abs(one), Math.Abs(other));
}

/// <summary>Whether drafts of other actions may join.</summary>
internal enum ActionMatch
{
    /// <summary>Only drafts of the same action.</summary>
    Same,

    /// <summary>Any action of the type.</summary>
    Any,
}
