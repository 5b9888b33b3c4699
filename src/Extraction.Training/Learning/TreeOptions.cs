namespace Extraction.Training.Learning;

/// <summary>How boosted trees are trained; the defaults are those of shared/study/EVENTS.md, chosen there by cross-validation.</summary>
internal sealed record TreeOptions
{
    /// <summary>The number of trees.</summary>
    public int Trees { get; init; } = 90;

    /// <summary>The share of its fitted value that each tree adds.</summary>
    public double Rate { get; init; } = 0.08;

    /// <summary>The share of the rows that each tree sees.</summary>
    public double Subsample { get; init; } = 0.7;

    /// <summary>The fewest rows in a leaf.</summary>
    public int MinLeaf { get; init; } = 6;

    /// <summary>Added to every leaf's curvature: keeps small leaves small.</summary>
    public double Ridge { get; init; } = 1;

    /// <summary>Fixes the rows that each tree sees.</summary>
    public ulong Seed { get; init; } = 1;
}
