namespace Extraction.Training.Events;

/// <summary>What the event models are trained on, and how.</summary>
public sealed record EventTrainingOptions
{
    /// <summary>Files of gold records, one a line.</summary>
    public required IReadOnlyList<string> GoldPaths { get; init; }

    /// <summary>The folder that <c>events.bin</c> and its manifest are written to.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>Where the events that each article gets from models not trained on it are written, as records; null writes none.</summary>
    public string? CrossValidationPath { get; init; }

    /// <summary>The number of parts for cross-validation.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Fixes every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Weight of the loss of the sentence models (balanced classes).</summary>
    public double SentenceCost { get; init; } = 0.1;

    /// <summary>Weight of the loss of the models of actions, status, kinds, roles and values.</summary>
    public double SlotCost { get; init; } = 0.5;
}
