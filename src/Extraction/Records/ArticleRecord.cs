using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extraction.Records;

// The JSON shape of one article's facts: the public contract, property by property and in the contract's order. Nothing but the mapping in
// RecordBuilder and readers of gold or reviewed records use these types; the pipeline works on Document.
// Optional properties guard their setters: the JSON source generator passes null for what a text leaves out, over any initialiser.

/// <summary>One article and its facts, as written to disk, shown to a reviewer and loaded into a database.</summary>
public sealed record ArticleRecord
{
    /// <summary>The version of the contract that this record follows.</summary>
    public const string SchemaVersion = "article-facts/1";

    /// <summary>Always <see cref="SchemaVersion"/>.</summary>
    public string Schema { get; init => field = value ?? SchemaVersion; } = SchemaVersion;

    /// <summary>The cleaned article.</summary>
    public required ArticlePart Article { get; init; }

    /// <summary>One per real-world thing.</summary>
    public IReadOnlyList<EntityRecord> Entities { get; init => field = value ?? []; } = [];

    /// <summary>Links between entities.</summary>
    public IReadOnlyList<RelationRecord> Relations { get; init => field = value ?? []; } = [];

    /// <summary>What happened, is planned or is denied.</summary>
    public IReadOnlyList<EventRecord> Events { get; init => field = value ?? []; } = [];
}

/// <summary>The <c>article</c> part of a record; unlike other fields, what is unknown here is written as null.</summary>
public sealed record ArticlePart
{
    /// <inheritdoc cref="Extraction.Article.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Extraction.Article.Source"/>
    public string Source { get; init => field = value ?? ""; } = "";

    /// <inheritdoc cref="Extraction.Article.Url"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Url { get; init; }

    /// <inheritdoc cref="Extraction.Article.Title"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Title { get; init; }

    /// <inheritdoc cref="Extraction.Article.Site"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Site { get; init; }

    /// <inheritdoc cref="Extraction.Article.Author"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Author { get; init; }

    /// <inheritdoc cref="Extraction.Article.Published"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Published { get; init; }

    /// <inheritdoc cref="Extraction.Article.Language"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Language { get; init; }

    /// <inheritdoc cref="Extraction.Article.Text"/>
    public required string Text { get; init; }

    /// <inheritdoc cref="Extraction.Article.Sections"/>
    public IReadOnlyList<SectionRecord>? Sections { get; init; }

    /// <summary>True when the page shows only the article's beginning and sells the rest; left out otherwise.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>A stretch of the text that is not body text.</summary>
public sealed record SectionRecord(int Start, int End, SectionKind Kind);

/// <summary>A half-open range of UTF-16 code units in <c>article.text</c>.</summary>
public readonly record struct SpanRecord(int Start, int End);

/// <summary>One place that names an entity; <c>article.text.substring(start, end)</c> equals <c>text</c>.</summary>
public readonly record struct MentionRecord(int Start, int End, string Text);

/// <summary>One thing with all its names.</summary>
public sealed record EntityRecord
{
    private static readonly IReadOnlyDictionary<string, string> NoText = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc cref="Entity.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Entity.Type"/>
    public required EntityType Type { get; init; }

    /// <inheritdoc cref="Entity.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="Entity.Ids"/>
    public IReadOnlyDictionary<string, string> Ids { get; init => field = value ?? NoText; } = NoText;

    /// <inheritdoc cref="Entity.Attributes"/>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? NoText; } = NoText;

    /// <inheritdoc cref="Entity.Mentions"/>
    public required IReadOnlyList<MentionRecord> Mentions { get; init; }

    /// <inheritdoc cref="Entity.Confidence"/>
    public double? Confidence { get; init; }
}

/// <summary>A link between two entities.</summary>
public sealed record RelationRecord
{
    /// <inheritdoc cref="Relation.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Relation.Type"/>
    public required RelationType Type { get; init; }

    /// <inheritdoc cref="Relation.From"/>
    public required string From { get; init; }

    /// <inheritdoc cref="Relation.To"/>
    public required string To { get; init; }

    /// <inheritdoc cref="Relation.Title"/>
    public string? Title { get; init; }

    /// <inheritdoc cref="Relation.Evidence"/>
    public required IReadOnlyList<SpanRecord> Evidence { get; init; }

    /// <inheritdoc cref="Relation.Confidence"/>
    public double? Confidence { get; init; }
}

/// <summary>An event with the slots that are known.</summary>
public sealed record EventRecord
{
    private static readonly IReadOnlyDictionary<Role, IReadOnlyList<string>> NoRoles = ImmutableDictionary<Role, IReadOnlyList<string>>.Empty;

    /// <inheritdoc cref="Event.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Event.Type"/>
    public required EventType Type { get; init; }

    /// <inheritdoc cref="Event.Status"/>
    public EventStatus Status { get; init; }

    /// <inheritdoc cref="Event.Date"/>
    public string? Date { get; init; }

    /// <inheritdoc cref="Event.Roles"/>
    public IReadOnlyDictionary<Role, IReadOnlyList<string>> Roles { get; init => field = value ?? NoRoles; } = NoRoles;

    /// <inheritdoc cref="Event.Kind"/>
    public string? Kind { get; init; }

    /// <inheritdoc cref="Event.Round"/>
    public string? Round { get; init; }

    /// <inheritdoc cref="Event.Action"/>
    public string? Action { get; init; }

    /// <inheritdoc cref="Event.Filing"/>
    public string? Filing { get; init; }

    /// <inheritdoc cref="Event.Designation"/>
    public string? Designation { get; init; }

    /// <inheritdoc cref="Event.Phase"/>
    public string? Phase { get; init; }

    /// <inheritdoc cref="Event.Participants"/>
    public int? Participants { get; init; }

    /// <inheritdoc cref="Event.Count"/>
    public int? Count { get; init; }

    /// <inheritdoc cref="Event.Amount"/>
    public MoneyRecord? Amount { get; init; }

    /// <inheritdoc cref="Event.Upfront"/>
    public MoneyRecord? Upfront { get; init; }

    /// <inheritdoc cref="Event.Territory"/>
    public string? Territory { get; init; }

    /// <inheritdoc cref="Event.Measure"/>
    public string? Measure { get; init; }

    /// <inheritdoc cref="Event.Value"/>
    public decimal? Value { get; init; }

    /// <inheritdoc cref="Event.Unit"/>
    public string? Unit { get; init; }

    /// <inheritdoc cref="Event.Period"/>
    public string? Period { get; init; }

    /// <inheritdoc cref="Event.Evidence"/>
    public required IReadOnlyList<SpanRecord> Evidence { get; init; }

    /// <inheritdoc cref="Event.Confidence"/>
    public double? Confidence { get; init; }
}

/// <summary>An amount of money.</summary>
public sealed record MoneyRecord
{
    /// <inheritdoc cref="Money.Value"/>
    public decimal? Value { get; init; }

    /// <inheritdoc cref="Money.High"/>
    public decimal? High { get; init; }

    /// <inheritdoc cref="Money.Currency"/>
    public string? Currency { get; init; }

    /// <inheritdoc cref="Money.Qualifier"/>
    public Qualifier Qualifier { get; init; }
}
