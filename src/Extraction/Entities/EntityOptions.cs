namespace Extraction.Entities;

/// <summary>Settings of <see cref="EntityAnnotator"/>.</summary>
internal sealed record EntityOptions
{
    /// <summary>
    /// Names less sure than this are dropped. Measured at 0.3, 0.4 and 0.5: cross-validated entities 0.825, 0.830, 0.831 F1; dev 0.869, 0.871, 0.870;
    /// mentions fall beyond 0.4.
    /// </summary>
    public double LeastConfidence { get; init; } = 0.4;

    /// <summary>Names at least this sure are looked for in the whole article.</summary>
    public double SpreadConfidence { get; init; } = 0.5;
}
