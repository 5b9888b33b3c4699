namespace Extraction;

/// <summary>An input that gave no article or no facts: a value that travels down the line and is written out like a record.</summary>
/// <param name="Source">The file, archive member or URL, as <see cref="Article.Source"/> would name it.</param>
/// <param name="Stage">The stage that gave up: <c>find</c>, <c>read</c>, <c>clean</c>, <c>annotate</c> …</param>
/// <param name="Reason">What is wrong and, where it helps, what to do; one sentence for people.</param>
public sealed record DocumentFailure(string Source, string Stage, string Reason);
