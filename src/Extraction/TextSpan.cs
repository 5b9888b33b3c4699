namespace Extraction;

/// <summary>A half-open range of UTF-16 code units in a document's text.</summary>
/// <remarks>Ordered by start, then by end. A span is empty when <paramref name="Start"/> equals <paramref name="End"/>.</remarks>
/// <param name="Start">The first code unit inside the span.</param>
/// <param name="End">The first code unit after the span.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>The number of UTF-16 code units inside the span.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether every code unit of <paramref name="other"/> lies inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The part of <paramref name="text"/> that the span covers.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <inheritdoc/>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>The span as <c>start-end</c>, the form that test tables and messages use.</summary>
    public override string ToString() => $"{Start}-{End}";
}
