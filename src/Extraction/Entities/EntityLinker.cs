using System.Collections.Immutable;
using Extraction.Entities.Joining;
using Extraction.Gazetteers;
using Extraction.Seeds;

namespace Extraction.Entities;

/// <summary>Gives entities their normal forms and attributes.</summary>
/// <remarks>
/// From the gazetteer where a name has one clear reading there, from the text for registry numbers and tickers; what stays ambiguous stays
/// without. Immutable.
/// </remarks>
internal sealed class EntityLinker
{
    private const string Other = "other";

    private readonly Gazetteer _gazetteer;
    private readonly ImmutableArray<(string Phrase, string Class)> _classes;

    /// <param name="gazetteer">The known names.</param>
    /// <param name="classes">Columns <c>phrase</c> and <c>class</c>: how classes of therapy are worded.</param>
    public EntityLinker(Gazetteer gazetteer, SeedTable classes)
    {
        classes.RequireColumns("phrase", "class");
        _gazetteer = gazetteer;
        _classes = [.. classes.Rows.Select(row => ($" {row["phrase"]} ", row["class"]))];
    }

    /// <summary>The normal forms and attributes of the thing that all of <paramref name="names"/> mean.</summary>
    public (ImmutableSortedDictionary<string, string> Ids, ImmutableSortedDictionary<string, string> Attributes) Link(Document document, List<Name> names)
    {
        GazetteerEntry? entry = FindEntry(names);
        var ids = (entry?.Ids ?? ImmutableSortedDictionary<string, string>.Empty).WithComparers(StringComparer.Ordinal);
        var attributes = (entry?.Attributes ?? ImmutableSortedDictionary<string, string>.Empty).WithComparers(StringComparer.Ordinal);
        switch (names[0].Type)
        {
            case EntityType.Modality when !attributes.ContainsKey("class"):
                attributes = attributes.SetItem("class", Classify(names));
                break;
            case EntityType.Trial:
                ids = ids.SetItems(names.Select(name => RegistryNumber.Read(name.Text)).OfType<KeyValuePair<string, string>>());
                break;
            case EntityType.Company or EntityType.Investor:
                ids = ids.SetItems(names.SelectMany(name => name.Mentions).Select(mention => TickerSymbol.After(document, mention.Span)).OfType<KeyValuePair<string, string>>());
                break;
        }
        return (ids, attributes);
    }

    // The longest name with one clear reading decides; names that only have ambiguous readings decide when all of these agree.
    private GazetteerEntry? FindEntry(List<Name> names)
    {
        int? guess = null;
        bool agree = true;
        foreach (Name name in names.OrderByDescending(name => name.Words.Length))
        {
            GazetteerMatch[] readings = [.. _gazetteer.Lookup(name.Text).Where(match => Lexicons.TypeOf(match.Lexicon) == name.Type)];
            int[] clear = [.. readings.Where(match => (match.Traits & MatchTraits.Ambiguous) == 0).Select(match => match.Entry).Distinct()];
            if (clear.Length == 1)
                return _gazetteer[clear[0]];
            foreach (GazetteerMatch match in readings)
            {
                agree &= guess is null || guess == match.Entry;
                guess ??= match.Entry;
            }
        }
        // One short form alone is no proof: "PD" has one reading among diseases and many outside.
        return guess is not null && agree && names.Count > 1 ? _gazetteer[guess.Value] : null;
    }

    private string Classify(List<Name> names)
    {
        foreach (Name name in names)
        {
            string words = $" {string.Join(' ', name.Words)} ";
            foreach ((string phrase, string label) in _classes)
            {
                if (words.Contains(phrase, StringComparison.Ordinal))
                    return label;
            }
        }
        return Other;
    }
}
