namespace Extraction.Training.Entities;

/// <summary>What <c>cgt train entities</c> works on.</summary>
public sealed record EntityTraining
{
    /// <summary>The file name of the model.</summary>
    public const string ModelFile = "entities.bin";

    /// <summary>Annotated articles to train on and to cross-validate with.</summary>
    public required IReadOnlyList<string> Gold { get; init; }

    /// <summary>Annotated articles to train on only, because they were written and say little about real ones.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Annotated articles to measure with and never to train on.</summary>
    public IReadOnlyList<string> Measured { get; init; } = [];

    /// <summary>Unlabelled articles to learn the habits of words from; annotated ones among them are left out by their id. Null learns none.</summary>
    public string? Articles { get; init; }

    /// <summary>Where the models are and go; <c>clusters.bin</c> must be there.</summary>
    public required string ModelFolder { get; init; }

    /// <summary>Articles are dealt into this many parts for cross-validation, all articles of one company into the same.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>Fixes every random choice.</summary>
    public ulong Seed { get; init; } = 1;
}
