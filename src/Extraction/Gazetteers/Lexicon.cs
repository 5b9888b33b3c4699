namespace Extraction.Gazetteers;

/// <summary>The name tables; each is one file of <c>seeds/</c>, see <see cref="Lexicons"/>.</summary>
/// <remarks>The values are stored in compiled models. Where one name stands in several lexicons, the lower value is the likelier reading.</remarks>
public enum Lexicon : byte
{
    /// <summary>Drug regulators and ministries in their rule-making role.</summary>
    Regulator,

    /// <summary>Biotech, pharma, CDMOs, CROs and tool makers.</summary>
    Company,

    /// <summary>Venture, private equity and sovereign funds, banks, underwriters.</summary>
    Investor,

    /// <summary>Universities, hospitals, research institutes, foundations, societies.</summary>
    Institution,

    /// <summary>Cell and gene therapies by brand, INN and code.</summary>
    Product,

    /// <summary>Other medicines by brand and INN.</summary>
    Medicine,

    /// <summary>Named proprietary technologies.</summary>
    Platform,

    /// <summary>Named trials that are not registry numbers.</summary>
    Trial,

    /// <summary>Classes of therapy; attribute <c>class</c>.</summary>
    Modality,

    /// <summary>Named side effects of therapies; attribute <c>role</c>.</summary>
    Toxicity,

    /// <summary>Diseases and conditions.</summary>
    Disease,

    /// <summary>Organisms that therapies are aimed at.</summary>
    Pathogen,

    /// <summary>Genes and the proteins that they encode.</summary>
    Gene,

    /// <summary>Antigens and protein groups that are no single gene: GD2, amyloid beta, HER3/MET.</summary>
    Antigen,

    /// <summary>Cities, states, provinces, countries, regions.</summary>
    Place,

    /// <summary>Names of stock exchanges, newswires and news outlets: never an entity of an article.</summary>
    Outlet,

    /// <summary>Journals and conferences: never an entity of an article.</summary>
    Venue,

    /// <summary>First names of people.</summary>
    GivenName,

    /// <summary>Family names of people.</summary>
    Surname,

    /// <summary>Legal forms that end names of companies: Inc., Co., Ltd. A company's or investor's match also reaches over the one that follows it.</summary>
    LegalForm,

    /// <summary>Words that stand in names of companies (Therapeutics, Biosciences).</summary>
    CompanyWord,

    /// <summary>Words that stand in names of investors (Capital, Ventures).</summary>
    InvestorWord,

    /// <summary>Words that stand in names of institutions (University, Hospital).</summary>
    InstitutionWord,

    /// <summary>Words that stand in names of diseases (syndrome, carcinoma).</summary>
    DiseaseWord,

    /// <summary>Words that stand in names of modalities (allogeneic, vector).</summary>
    ModalityWord,

    /// <summary>Posts and degrees of people (Chief Executive Officer, MD).</summary>
    PersonTitle,
}
