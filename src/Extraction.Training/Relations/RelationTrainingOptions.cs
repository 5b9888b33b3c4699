using System.Collections.Immutable;

namespace Extraction.Training.Relations;

/// <summary>What the relation classifiers are trained from and how; the defaults are those of the committed model.</summary>
public sealed record RelationTrainingOptions
{
    /// <summary>Files of gold records, one a line.</summary>
    public required ImmutableArray<string> Gold { get; init; }

    /// <summary>The weight of the loss against the squared weights (liblinear's C).</summary>
    public double Cost { get; init; } = 3;

    /// <summary>Articles are dealt into so many parts for thresholds and calibration.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Fixes the deal and the order in which rows are visited.</summary>
    public ulong Seed { get; init; } = 1;
}
