using Extraction.Seeds;

namespace Extraction.Pages.PlainText;

/// <summary>What a phrase of <c>seeds/pages/leftovers.tsv</c> does to the line that holds it.</summary>
internal sealed record Leftover(LeftoverAction Action)
{
    /// <summary>The phrases of the table.</summary>
    public static LinePhrases<Leftover> Phrases { get; } = new(PageRules.Table("leftovers"), Read);

    /// <summary>Whether the line sells something, and with it goes the list below it.</summary>
    public bool IsOffer => Action is LeftoverAction.Offer or LeftoverAction.Paywall;

    private static Leftover Read(SeedRow row, List<SeedError> errors)
    {
        if (!Enum.TryParse(row["action"], ignoreCase: true, out LeftoverAction action))
            errors.Add(row.Error("drop, offer, paywall or cut", row["action"]));
        return new Leftover(action);
    }
}

/// <summary>The ways in which leftovers of a page go.</summary>
internal enum LeftoverAction
{
    /// <summary>The line goes.</summary>
    Drop,

    /// <summary>The line and the list below it go.</summary>
    Offer,

    /// <summary>As <see cref="Offer"/>; it also tells that only the article's beginning is shown.</summary>
    Paywall,

    /// <summary>The line and all that follows go, once the article has begun.</summary>
    Cut,
}
