using System.Collections.Immutable;

namespace Extraction;

/// <summary>The types of things that articles speak of; CONTRACT.md defines each.</summary>
public enum EntityType
{
    /// <summary>A business that discovers, makes, sells, supplies or advises.</summary>
    Company,

    /// <summary>A firm or fund named for its capital.</summary>
    Investor,

    /// <summary>University, hospital, research institute, foundation, society.</summary>
    Institution,

    /// <summary>Drug regulators and ministries in their rule-making role.</summary>
    Regulator,

    /// <summary>A named therapy, candidate, drug or kit.</summary>
    Product,

    /// <summary>A named proprietary technology.</summary>
    Platform,

    /// <summary>A gene, protein, antigen or receptor.</summary>
    Target,

    /// <summary>A disease or condition.</summary>
    Indication,

    /// <summary>A class of therapy.</summary>
    Modality,

    /// <summary>A named study or registry number.</summary>
    Trial,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>A named city, province, country or region.</summary>
    Place,
}

/// <summary>One place in the text that names something.</summary>
/// <param name="Span">Where the name stands.</param>
/// <param name="Type">What it names.</param>
/// <param name="FoundBy">The rule, lexicon or model that found it; always filled.</param>
/// <param name="Confidence">Probability in 0…1 that span and type are right.</param>
public readonly record struct Mention(TextSpan Span, EntityType Type, string FoundBy, double Confidence);

/// <summary>One real-world thing in one article, with every name of it.</summary>
public sealed record Entity
{
    /// <summary>Local to the record: <c>E1</c>, <c>E2</c> … in order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The fullest form that the article uses.</summary>
    public required string Name { get; init; }

    /// <summary>Normal forms by scheme: <c>hgnc</c>, <c>mondo</c>, <c>doid</c>, <c>nct</c>, <c>chictr</c>, <c>ticker</c> …</summary>
    public ImmutableSortedDictionary<string, string> Ids { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What else is known: <c>class</c> of a modality, <c>role</c> of a toxicity.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Every name of it in the text, in order; at least one.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }

    /// <summary>Probability in 0…1 that the entity is right.</summary>
    public required double Confidence { get; init; }
}
