using System.Collections.Immutable;

namespace Extraction.Gazetteers;

/// <summary>One thing that a lexicon names.</summary>
public sealed record GazetteerEntry
{
    /// <summary>The lexicon that holds it.</summary>
    public required Lexicon Lexicon { get; init; }

    /// <summary>The canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Normal forms by scheme, as in <see cref="Entity.Ids"/>.</summary>
    public required ImmutableSortedDictionary<string, string> Ids { get; init; }

    /// <summary>What else is known, as in <see cref="Entity.Attributes"/>: <c>class</c> of a modality, <c>role</c> of a toxicity.</summary>
    public required ImmutableSortedDictionary<string, string> Attributes { get; init; }
}
