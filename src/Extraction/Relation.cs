using System.Collections.Immutable;

namespace Extraction;

/// <summary>The binary relations that an article states; CONTRACT.md defines each.</summary>
public enum RelationType
{
    /// <summary>Company or institution → product.</summary>
    Develops,

    /// <summary>Product → target that it binds, recognises, blocks or silences.</summary>
    Targets,

    /// <summary>Product → gene that it knocks out, knocks in or corrects.</summary>
    Edits,

    /// <summary>Product → gene or transgene that it carries.</summary>
    Delivers,

    /// <summary>Product → indication.</summary>
    Treats,

    /// <summary>Product → modality or platform.</summary>
    Uses,

    /// <summary>Company, investor or institution → place.</summary>
    BasedIn,

    /// <summary>Company → company.</summary>
    PartOf,

    /// <summary>Person → company, investor, institution or regulator.</summary>
    Affiliated,
}

/// <summary>A stated link between two entities of one article.</summary>
public sealed record Relation
{
    /// <summary>Local to the record: <c>R1</c>, <c>R2</c> …</summary>
    public required string Id { get; init; }

    /// <summary>What links the two.</summary>
    public required RelationType Type { get; init; }

    /// <summary>Id of the entity that the relation starts from.</summary>
    public required string From { get; init; }

    /// <summary>Id of the entity that the relation leads to.</summary>
    public required string To { get; init; }

    /// <summary>A person's post as the text words it; only on <see cref="RelationType.Affiliated"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Where the text states it; at least one span.</summary>
    public required ImmutableArray<TextSpan> Evidence { get; init; }

    /// <summary>The rule or model that found it.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Probability in 0…1 that the relation is right.</summary>
    public required double Confidence { get; init; }
}
