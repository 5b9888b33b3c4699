namespace Extraction.Values;

/// <summary>A value that the text states at one place.</summary>
/// <param name="Span">Where it is stated, with its qualifier ("up to $1.2 billion").</param>
public abstract record ValueMention(TextSpan Span);

/// <summary>An amount of money.</summary>
/// <param name="Span">With qualifier, currency and a converted figure in brackets.</param>
/// <param name="Money">What it means; always has a value and a currency.</param>
/// <param name="PerUnit">Whether it is an amount for each of something: "$10 per share", "HK$23.80 a share".</param>
public sealed record MoneyMention(TextSpan Span, Money Money, bool PerUnit) : ValueMention(Span);

/// <summary>The precision and meaning of a date that the text states.</summary>
public enum DateKind
{
    /// <summary>Year, month or day with its year stated.</summary>
    Calendar,

    /// <summary>A quarter or half of a year: the date holds the year only, the period the rest.</summary>
    PartOfYear,

    /// <summary>The date in a dateline: when the release was published.</summary>
    Dateline,

    /// <summary>Relative words ("last year", "in August", "today"), resolved against the dateline or the publication date.</summary>
    Relative,
}

/// <summary>A date.</summary>
/// <param name="Span">Without a preceding preposition.</param>
/// <param name="Date">As exact as it is stated.</param>
/// <param name="Kind">What sort of date it is.</param>
/// <param name="Period">"2024-Q1" or "2024-H2" for parts of years, "2024" or "2024-2034" for bare years, otherwise null.</param>
public sealed record DateMention(TextSpan Span, PartialDate Date, DateKind Kind, string? Period) : ValueMention(Span);

/// <summary>A phase of development.</summary>
/// <param name="Span">"Phase 1b/2", "Phase I", "preclinical".</param>
/// <param name="Phase">In the words of the contract: <c>1b/2</c>, <c>1</c>, <c>preclinical</c> …</param>
public sealed record PhaseMention(TextSpan Span, string Phase) : ValueMention(Span);

/// <summary>A financing round.</summary>
/// <param name="Span">"Series B", "pre-A round".</param>
/// <param name="Round">In the words of the contract: <c>Series B</c>, <c>Pre-A</c>, <c>Seed</c> …</param>
public sealed record RoundMention(TextSpan Span, string Round) : ValueMention(Span);

/// <summary>A share or change in percent.</summary>
/// <param name="Span">With its qualifier.</param>
/// <param name="Percent">"one in three" is 33.3.</param>
/// <param name="Qualifier">How exactly it is stated.</param>
public sealed record PercentMention(TextSpan Span, decimal Percent, Qualifier Qualifier) : ValueMention(Span)
{
    /// <summary>The higher figure of a range ("5 to 15 percent"), otherwise null.</summary>
    public decimal? High { get; init; }
}

/// <summary>A number of things.</summary>
/// <param name="Span">With its qualifier, without the thing counted.</param>
/// <param name="Count">In digits or words: "eight" is 8.</param>
/// <param name="Qualifier">How exactly it is stated.</param>
/// <param name="Unit">The span of the noun counted ("clinical trials", "patients"), empty when there is none.</param>
public sealed record CountMention(TextSpan Span, decimal Count, Qualifier Qualifier, TextSpan Unit) : ValueMention(Span)
{
    /// <summary>The higher figure of a range ("10 to 12 patients"), otherwise null.</summary>
    public decimal? High { get; init; }
}
