using System.Collections.Immutable;

namespace Extraction;

/// <summary>The kinds of things that happen; CONTRACT.md defines the slots of each.</summary>
public enum EventType
{
    /// <summary>Money raised by one company.</summary>
    Funding,

    /// <summary>One company buys another, or an asset of it.</summary>
    Acquisition,

    /// <summary>A licence, collaboration, supply or similar agreement.</summary>
    Deal,

    /// <summary>A filing, decision or designation of a regulator.</summary>
    Regulatory,

    /// <summary>A step of a clinical or preclinical study.</summary>
    Trial,

    /// <summary>Sales of a product or company in a period.</summary>
    Sales,

    /// <summary>The price of a treatment.</summary>
    Price,

    /// <summary>Founding, renaming, leadership, layoffs, sites, listing.</summary>
    Corporate,

    /// <summary>Rules and incentives of authorities.</summary>
    Policy,

    /// <summary>A figure on a sector, not on one company.</summary>
    Statistic,
}

/// <summary>Whether an event has come to pass.</summary>
public enum EventStatus
{
    /// <summary>It happened.</summary>
    Done,

    /// <summary>It is announced or intended.</summary>
    Planned,

    /// <summary>It may happen: considered, up for decision, rumoured.</summary>
    Possible,

    /// <summary>It is denied, withdrawn or terminated.</summary>
    Denied,
}

/// <summary>What an entity is to an event.</summary>
public enum Role
{
    /// <summary>The company that the event is about.</summary>
    Company,

    /// <summary>Who put money in.</summary>
    Investor,

    /// <summary>Who led the round; always an <see cref="Investor"/> too.</summary>
    Lead,

    /// <summary>The buyer.</summary>
    Acquirer,

    /// <summary>The company or product bought.</summary>
    Acquired,

    /// <summary>A party of a deal without a stated direction.</summary>
    Partner,

    /// <summary>Who gives the rights.</summary>
    Licensor,

    /// <summary>Who receives the rights.</summary>
    Licensee,

    /// <summary>The therapy concerned.</summary>
    Product,

    /// <summary>The technology concerned.</summary>
    Platform,

    /// <summary>The gene or protein concerned.</summary>
    Target,

    /// <summary>The disease concerned.</summary>
    Indication,

    /// <summary>The class of therapy concerned.</summary>
    Modality,

    /// <summary>The agency concerned.</summary>
    Regulator,

    /// <summary>The named study concerned.</summary>
    Trial,

    /// <summary>The hospital or university concerned.</summary>
    Institution,

    /// <summary>The person concerned.</summary>
    Person,

    /// <summary>The place concerned.</summary>
    Place,
}

/// <summary>One thing that happened, is planned or is denied, however often the article tells it.</summary>
/// <remarks>Slots that are unknown or that the type does not have are null or empty.</remarks>
public sealed record Event
{
    /// <summary>Local to the record: <c>V1</c>, <c>V2</c> …</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required EventType Type { get; init; }

    /// <summary>Whether it has come to pass.</summary>
    public EventStatus Status { get; init; }

    /// <summary>When it happened or is to happen.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Entity ids by role, each list in order of first mention and without repeats.</summary>
    public ImmutableSortedDictionary<Role, ImmutableArray<string>> Roles { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty;

    /// <summary>Kind of funding or deal.</summary>
    public string? Kind { get; init; }

    /// <summary>"Seed", "Pre-A", "Series C+" …</summary>
    public string? Round { get; init; }

    /// <summary>What was done, in the words of the event's type.</summary>
    public string? Action { get; init; }

    /// <summary>What was filed: IND, CTA, BLA, NDA, MAA, sBLA, other.</summary>
    public string? Filing { get; init; }

    /// <summary>RMAT, BTD, fast_track, ODD …</summary>
    public string? Designation { get; init; }

    /// <summary>Phase of the study, as CONTRACT.md writes it.</summary>
    public string? Phase { get; init; }

    /// <summary>How many people the study has.</summary>
    public int? Participants { get; init; }

    /// <summary>Heads concerned, or rules issued.</summary>
    public int? Count { get; init; }

    /// <summary>The amount, or the total potential of a deal.</summary>
    public Money? Amount { get; init; }

    /// <summary>The part paid at signing; never added to milestones.</summary>
    public Money? Upfront { get; init; }

    /// <summary>Where the rights of a deal hold, as the text words it.</summary>
    public string? Territory { get; init; }

    /// <summary>What a sector figure measures.</summary>
    public string? Measure { get; init; }

    /// <summary>The sector figure.</summary>
    public decimal? Value { get; init; }

    /// <summary><c>count</c>, <c>percent</c> or an ISO 4217 code.</summary>
    public string? Unit { get; init; }

    /// <summary>"2023" or "2024-Q1".</summary>
    public string? Period { get; init; }

    /// <summary>Where the text tells it; at least one span.</summary>
    public required ImmutableArray<TextSpan> Evidence { get; init; }

    /// <summary>The rule or model that found it.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Probability in 0…1 that the event is right.</summary>
    public required double Confidence { get; init; }
}
