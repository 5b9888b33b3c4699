namespace Extraction.Training.Evaluation;

/// <summary>How a find and the gold differ.</summary>
public enum Verdict
{
    /// <summary>In the gold and not found.</summary>
    Missed,

    /// <summary>Found and not in the gold.</summary>
    Wrong,

    /// <summary>An event that was found, perhaps not with all its slots.</summary>
    Paired,
}

/// <summary>One line of an error listing.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Verdict">What is the matter.</param>
/// <param name="Layer"><c>entities</c>, <c>relations</c> or <c>events</c>.</param>
/// <param name="Type">The type of the entity, relation or event.</param>
/// <param name="Description">What it is, in words.</param>
public sealed record ScoreDifference(string Article, Verdict Verdict, string Layer, string Type, string Description);
