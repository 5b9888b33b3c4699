using System.Collections.Immutable;

namespace Extraction.Gazetteers;

/// <summary>What each <see cref="Lexicon"/> is made from and hints at.</summary>
public static class Lexicons
{
    private static readonly ImmutableArray<(Lexicon Lexicon, string File, EntityType? Type)> Table =
    [
        (Lexicon.Regulator, "regulators.tsv", EntityType.Regulator),
        (Lexicon.Company, "companies.tsv", EntityType.Company),
        (Lexicon.Investor, "investors.tsv", EntityType.Investor),
        (Lexicon.Institution, "institutions.tsv", EntityType.Institution),
        (Lexicon.Product, "products.tsv", EntityType.Product),
        (Lexicon.Medicine, "medicines.tsv", EntityType.Product),
        (Lexicon.Platform, "platforms.tsv", EntityType.Platform),
        (Lexicon.Trial, "trials.tsv", EntityType.Trial),
        (Lexicon.Modality, "modalities.tsv", EntityType.Modality),
        (Lexicon.Toxicity, "toxicities.tsv", EntityType.Indication),
        (Lexicon.Disease, "diseases.tsv", EntityType.Indication),
        (Lexicon.Pathogen, "pathogens.tsv", EntityType.Indication),
        (Lexicon.Gene, "genes.tsv", EntityType.Target),
        (Lexicon.Antigen, "antigens.tsv", EntityType.Target),
        (Lexicon.Place, "places.tsv", EntityType.Place),
        (Lexicon.Outlet, "outlets.tsv", null),
        (Lexicon.Venue, "venues.tsv", null),
        (Lexicon.GivenName, "given-names.tsv", null),
        (Lexicon.Surname, "surnames.tsv", null),
        (Lexicon.LegalForm, "legal-forms.tsv", null),
        (Lexicon.CompanyWord, "company-words.tsv", null),
        (Lexicon.InvestorWord, "investor-words.tsv", null),
        (Lexicon.InstitutionWord, "institution-words.tsv", null),
        (Lexicon.DiseaseWord, "disease-words.tsv", null),
        (Lexicon.ModalityWord, "modality-words.tsv", null),
        (Lexicon.PersonTitle, "person-titles.tsv", null),
    ];

    /// <summary>The number of lexicons; every <see cref="Lexicon"/> value is below it.</summary>
    public static int Count => Table.Length;

    /// <summary>The file below <c>seeds/</c> that holds the lexicon.</summary>
    public static string File(Lexicon lexicon) => Table[(int)lexicon].File;

    /// <summary>The type of entity that a name of this lexicon hints at; null where the name is only a part of one, or none.</summary>
    public static EntityType? TypeOf(Lexicon lexicon) => Table[(int)lexicon].Type;

    /// <summary>The lexicon that a file below <c>seeds/</c> holds, null when it holds none.</summary>
    public static Lexicon? OfFile(string file)
    {
        foreach ((Lexicon lexicon, string name, _) in Table)
        {
            if (name == file)
                return lexicon;
        }
        return null;
    }
}
