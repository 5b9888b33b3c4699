using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Extraction.Events;

/// <summary>The closed vocabularies of events: which words each slot of each type may hold, and which entities may fill which role.</summary>
/// <remarks>The single source for the models' labels, for what the annotator writes and for the tests of the record schema.</remarks>
public static class EventVocabulary
{
    private static readonly ImmutableArray<string> None = [];

    /// <summary>The words that <see cref="Event.Action"/> may hold; empty for types without actions.</summary>
    public static ImmutableArray<string> Actions(EventType type) => type switch
    {
        EventType.Regulatory => ["submitted", "accepted", "cleared", "approved", "designated", "hold", "hold_lifted", "rejected", "withdrawn", "priority_review", "meeting"],
        EventType.Trial => ["planned", "started", "dosed", "enrolling", "enrolled", "ongoing", "readout", "completed", "paused", "stopped"],
        EventType.Corporate => ["founded", "spun_out", "renamed", "leadership", "layoff", "restructured", "pipeline_cut", "site_opened", "site_closed", "expanded", "listed", "delisted", "bankrupt"],
        EventType.Policy => ["issued", "pilot", "incentive", "reform", "restriction"],
        _ => None,
    };

    /// <summary>The words that <see cref="Event.Kind"/> may hold; empty for types without kinds.</summary>
    public static ImmutableArray<string> Kinds(EventType type) => type switch
    {
        EventType.Funding => ["venture", "ipo", "follow_on", "pipe", "debt", "grant", "government", "crowd", "strategic", "undisclosed"],
        EventType.Deal => ["license", "collaboration", "option", "supply", "manufacturing", "distribution", "commercial", "joint_venture", "undisclosed"],
        _ => None,
    };

    /// <summary>The words that <see cref="Event.Filing"/> may hold.</summary>
    public static ImmutableArray<string> Filings { get; } = ["IND", "CTA", "BLA", "NDA", "MAA", "sBLA", "other"];

    /// <summary>The words that <see cref="Event.Designation"/> may hold.</summary>
    public static ImmutableArray<string> Designations { get; } =
        ["RMAT", "BTD", "fast_track", "ODD", "RPDD", "PRIME", "priority_review", "sakigake", "innovative_passport", "other"];

    /// <summary>The words that <see cref="Event.Phase"/> may hold.</summary>
    public static ImmutableArray<string> Phases { get; } = ["preclinical", "early_1", "1", "1/2", "1b/2", "2", "2/3", "3", "pivotal", "4", "iit"];

    /// <summary>The words that <see cref="Event.Measure"/> may hold.</summary>
    public static ImmutableArray<string> Measures { get; } =
        ["trials", "funding", "deals", "approvals", "market_size", "patients", "companies", "products", "share", "growth", "price", "other"];

    /// <summary>The roles of each type, in the order in which they are filled: later ones may look at what earlier ones hold.</summary>
    public static ImmutableArray<Role> Roles(EventType type) => type switch
    {
        EventType.Funding => [Role.Company, Role.Investor, Role.Lead],
        EventType.Acquisition => [Role.Acquired, Role.Acquirer],
        EventType.Deal => [Role.Product, Role.Partner, Role.Licensor, Role.Licensee, Role.Platform, Role.Target, Role.Indication],
        EventType.Regulatory => [Role.Product, Role.Company, Role.Regulator, Role.Indication],
        EventType.Trial => [Role.Product, Role.Company, Role.Trial, Role.Indication, Role.Institution],
        EventType.Sales => [Role.Product, Role.Company],
        EventType.Price => [Role.Product, Role.Modality, Role.Place],
        EventType.Corporate => [Role.Company, Role.Person, Role.Place, Role.Product],
        EventType.Policy => [Role.Regulator, Role.Place, Role.Modality],
        _ => [Role.Place, Role.Modality],
    };

    /// <summary>The roles of which one at least must be filled for an event of the type to say anything.</summary>
    public static ImmutableArray<Role> Keys(EventType type) => type switch
    {
        EventType.Funding or EventType.Corporate => [Role.Company],
        EventType.Acquisition => [Role.Acquirer, Role.Acquired],
        EventType.Deal => [Role.Partner, Role.Licensor, Role.Licensee],
        EventType.Regulatory or EventType.Trial or EventType.Sales => [Role.Product, Role.Company],
        EventType.Price => [Role.Product, Role.Modality],
        EventType.Policy => [Role.Regulator, Role.Place],
        _ => [],
    };

    /// <summary>Whether an event of the type has one filler of the role at most; more than 98 of 100 gold events keep to it.</summary>
    public static bool IsSingle(EventType type, Role role) => role switch
    {
        Role.Acquirer or Role.Acquired or Role.Licensor or Role.Licensee or Role.Platform => true,
        Role.Company => type is EventType.Funding or EventType.Corporate or EventType.Sales,
        Role.Product => type is EventType.Sales or EventType.Price or EventType.Corporate,
        Role.Modality => type is EventType.Price or EventType.Statistic,
        _ => false,
    };

    /// <summary>Whether an entity of <paramref name="entity"/> may fill <paramref name="role"/> in an event of <paramref name="type"/>.</summary>
    public static bool CanFill(EventType type, Role role, EntityType entity) => role switch
    {
        Role.Company => entity == EntityType.Company || entity == EntityType.Institution && type is EventType.Funding or EventType.Corporate or EventType.Trial,
        Role.Investor or Role.Lead => entity is EntityType.Investor or EntityType.Institution or EntityType.Company,
        Role.Acquirer => entity is EntityType.Company or EntityType.Investor,
        Role.Acquired => entity is EntityType.Company or EntityType.Product,
        Role.Partner or Role.Licensor or Role.Licensee => entity is EntityType.Company or EntityType.Institution,
        _ => OwnTypes.TryGetValue(role, out EntityType own) && own == entity,
    };

    // Roles that only entities of the same name fill.
    private static readonly FrozenDictionary<Role, EntityType> OwnTypes = new Dictionary<Role, EntityType>
    {
        [Role.Product] = EntityType.Product,
        [Role.Platform] = EntityType.Platform,
        [Role.Target] = EntityType.Target,
        [Role.Indication] = EntityType.Indication,
        [Role.Modality] = EntityType.Modality,
        [Role.Regulator] = EntityType.Regulator,
        [Role.Trial] = EntityType.Trial,
        [Role.Institution] = EntityType.Institution,
        [Role.Person] = EntityType.Person,
        [Role.Place] = EntityType.Place,
    }.ToFrozenDictionary();
}
