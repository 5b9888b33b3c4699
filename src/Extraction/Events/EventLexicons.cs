using Extraction.Seeds;

namespace Extraction.Events;

/// <summary>The word lists of the event stage.</summary>
/// <param name="Triggers">Words that tell of events.</param>
/// <param name="Kinds">Words that tell kinds of funding and deals.</param>
/// <param name="Designations">Names of regulators' designations.</param>
internal sealed record EventLexicons(TriggerLexicon Triggers, TriggerLexicon Kinds, DesignationLexicon Designations)
{
    /// <summary>The lists in <c>seeds/rules</c>.</summary>
    /// <exception cref="SeedException">A list is wrong.</exception>
    public static EventLexicons Embedded() => new(new TriggerLexicon(EmbeddedData.Rules("triggers")),
        new TriggerLexicon(EmbeddedData.Rules("kinds")), new DesignationLexicon(EmbeddedData.Rules("designations")));
}
