namespace Extraction.Entities.Joining;

/// <summary>One name as an article uses it: every place where the same words stand with the same type.</summary>
/// <param name="Type">What it names.</param>
/// <param name="Words">Its words in small letters, without marks, possessives and what adds nothing to a name (legal forms, plurals).</param>
/// <param name="Text">The longest way the article writes it.</param>
/// <param name="Mentions">Where it stands, in order.</param>
internal sealed record Name(EntityType Type, string[] Words, string Text, List<Mention> Mentions)
{
    /// <summary>Whether the article writes it with its legal form.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether the name is a business, a fund or an institution: they are shortened alike.</summary>
    public bool IsOrganization => Type is EntityType.Company or EntityType.Investor or EntityType.Institution;

    /// <summary>Whether the name looks like an abbreviation: one short word with at least two capitals.</summary>
    public bool IsAbbreviation => Words.Length <= 2 && Text.Length <= 10 && !Text.Contains(' ') && Text.Count(char.IsUpper) >= 2;
}
