using System.Collections.Immutable;

namespace Extraction;

/// <summary>A cleaned article: what a <see cref="Pipeline"/> reads.</summary>
/// <remarks>Immutable. <see cref="Text"/> holds the title on its first line, then one paragraph a line.</remarks>
public sealed record Article
{
    /// <summary>Stable: the same article gives the same id on every run.</summary>
    public required string Id { get; init; }

    /// <summary>The file, archive member or URL that the article came from.</summary>
    public required string Source { get; init; }

    /// <summary>The canonical URL, null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The title without the site's name, null when unknown.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher's name, null when unknown.</summary>
    public string? Site { get; init; }

    /// <summary>The byline, null when unknown.</summary>
    public string? Author { get; init; }

    /// <summary>When the article was published, as exactly as is known.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>ISO 639-1 code, null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The cleaned text; every offset of every fact counts UTF-16 code units in it.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of text each line is, in order and without overlaps; lines in no section are body text.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Whether the page shows only the article's beginning and sells the rest.</summary>
    public bool IsTruncated { get; init; }
}

/// <summary>A stretch of an article that is of one kind.</summary>
/// <param name="Span">Whole lines of <see cref="Article.Text"/>.</param>
/// <param name="Kind">What the stretch is.</param>
public readonly record struct Section(TextSpan Span, SectionKind Kind);

/// <summary>The kinds of text that an article holds.</summary>
public enum SectionKind
{
    /// <summary>The story itself.</summary>
    Body,

    /// <summary>A company's or product's standing description of itself ("About …").</summary>
    About,

    /// <summary>The forward-looking-statements boilerplate: it holds no facts.</summary>
    ForwardLooking,

    /// <summary>Whom to call or write to.</summary>
    Contact,

    /// <summary>Legal or investment disclaimer.</summary>
    Disclaimer,

    /// <summary>Rows of a table, cells separated by tabs.</summary>
    Table,

    /// <summary>The caption of a picture.</summary>
    Caption,

    /// <summary>A note about who wrote the article.</summary>
    AuthorBio,
}
