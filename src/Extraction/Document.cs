using System.Collections.Immutable;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction;

/// <summary>An article with the layers that the annotators have added to it so far.</summary>
/// <remarks>Immutable: a stage returns a new document with one more layer. Layers not yet added are empty.</remarks>
public sealed record Document
{
    /// <summary>The article that the layers describe.</summary>
    public required Article Article { get; init; }

    /// <summary>The text that every span refers to.</summary>
    public string Text => Article.Text;

    /// <summary>
    /// The text with hyphens, quotes, spaces and full-width letters made plain. It has the length of <see cref="Text"/>, unit for unit:
    /// match on this one, report on the other.
    /// </summary>
    public string NormalizedText { get; init; } = "";

    /// <summary>The tokens in order; they do not overlap.</summary>
    public Token[] Tokens { get; init; } = [];

    /// <summary>The sentences in order; a sentence never crosses a line.</summary>
    public Sentence[] Sentences { get; init; } = [];

    /// <summary>Amounts, dates, phases and other values that the text states, in order.</summary>
    public ImmutableArray<ValueMention> Values { get; init; } = [];

    /// <summary>The names in the text, in order and without overlaps, not yet joined into entities.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>The things that the names refer to.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>The stated links between entities.</summary>
    public ImmutableArray<Relation> Relations { get; init; } = [];

    /// <summary>What happened, is planned or is denied.</summary>
    public ImmutableArray<Event> Events { get; init; } = [];

    /// <summary>The layers that have been added.</summary>
    public Layers Layers { get; init; }
}

/// <summary>The layers of a <see cref="Document"/>; annotators name what they need and what they add.</summary>
[Flags]
public enum Layers
{
    /// <summary>Only the article.</summary>
    None = 0,

    /// <summary><see cref="Document.NormalizedText"/>, <see cref="Document.Tokens"/> and <see cref="Document.Sentences"/>.</summary>
    Tokens = 1,

    /// <summary><see cref="Document.Values"/>.</summary>
    Values = 2,

    /// <summary><see cref="Document.Mentions"/>.</summary>
    Mentions = 4,

    /// <summary><see cref="Document.Entities"/>.</summary>
    Entities = 8,

    /// <summary><see cref="Document.Relations"/>.</summary>
    Relations = 16,

    /// <summary><see cref="Document.Events"/>.</summary>
    Events = 32,
}
