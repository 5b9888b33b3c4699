using Extraction.Records;

namespace Extraction.Cli.Runs;

/// <summary>A funding event with the names of those concerned.</summary>
internal sealed record FundingEvent(string Companies, string Investors, EventRecord Event)
{
    private const string Separator = ", ";

    /// <summary>Looks up the names; lead investors come first and are marked.</summary>
    public static FundingEvent Of(EventRecord item, ArticleRecord record)
    {
        var nameById = record.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        IReadOnlyList<string> leads = Fillers(item, Role.Lead);
        IEnumerable<string> investors = leads.Select(id => nameById[id] + " (lead)")
            .Concat(Fillers(item, Role.Investor).Except(leads).Select(id => nameById[id]));
        return new FundingEvent(
            string.Join(Separator, Fillers(item, Role.Company).Select(id => nameById[id])),
            string.Join(Separator, investors),
            item);
    }

    private static IReadOnlyList<string> Fillers(EventRecord item, Role role) => item.Roles.GetValueOrDefault(role) ?? [];
}
