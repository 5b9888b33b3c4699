namespace Extraction.Entities.Features;

/// <summary>What was learnt about words from unlabelled articles.</summary>
/// <param name="Clusters">Which words are used alike.</param>
/// <param name="Habits">What words usually are part of.</param>
internal sealed record WordKnowledge(WordClusters Clusters, LearntWords Habits);
