using System.Collections.Immutable;
using Extraction.Records;

namespace Extraction.Training.Relations;

/// <summary>What the relation classifiers are trained from and how; the defaults are those of the committed model.</summary>
public sealed record RelationTrainingOptions
{
    /// <summary>Files of annotated records, one a line.</summary>
    public required ImmutableArray<string> Gold { get; init; }

    /// <summary>
    /// The same articles with the entities that recognisers found which had not seen them (<see cref="Entities.HeldOutEntities"/>). Where given,
    /// the classifiers learn from both, and thresholds and confidences hold for recognised entities. Empty: annotated entities only.
    /// </summary>
    public IReadOnlyList<ArticleRecord> Recognised { get; init; } = [];

    /// <summary>The weight of the loss against the squared weights (liblinear's C).</summary>
    public double Cost { get; init; } = 0.4;

    /// <summary>Articles are dealt into so many parts for thresholds and calibration.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Fixes the deal and the order in which rows are visited.</summary>
    public ulong Seed { get; init; } = 1;
}
