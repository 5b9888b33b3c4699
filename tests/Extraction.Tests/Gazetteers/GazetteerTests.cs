using Extraction.Gazetteers;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Tests.Gazetteers;

[TestClass]
public sealed class GazetteerTests
{
    private const string Head = "# source: tests\n# licence: as the project\n";

    [TestMethod]
    [DataRow("CAR-T", "a CAR-T therapy", "CAR-T")]
    [DataRow("CAR-T", "a CAR T therapy", "CAR T")]
    [DataRow("CAR-T", "a CAR‑T therapy", "CAR‑T")]
    [DataRow("CAR-T", "a CART therapy", "CART")]
    [DataRow("CAR-T", "a car to drive", "")]
    [DataRow("chimeric antigen receptor T cell", "Chimeric Antigen Receptor T-Cells", "Chimeric Antigen Receptor T-Cells")]
    [DataRow("in vivo CAR", "in vivo - CAR", "")]
    [DataRow("base editing", "base\nediting", "")]
    [DataRow("tumor infiltrating lymphocyte", "tumour-infiltrating lymphocytes", "tumour-infiltrating lymphocytes")]
    [DataRow("嵌合抗原受体T细胞", "一种嵌合抗原受体T细胞疗法", "嵌合抗原受体T细胞")]
    public void FindAll_finds_modalities_as_texts_write_them(string name, string text, string expected)
    {
        Assert.AreEqual(expected, Found(Compile("modalities.tsv", $"name\tclass\n{name}\tother"), text));
    }

    [TestMethod]
    [DataRow("BBM-D101", "dosed with BBM D101", "BBM D101")]
    [DataRow("BBM-D101", "dosed with BBMD101", "BBMD101")]
    [DataRow("FKC876", "dosed with FKC-876", "FKC-876")]
    [DataRow("FKC876", "the FKC 876", "")]
    [DataRow("Carvykti", "CARVYKTI® (cilta-cel)", "CARVYKTI")]
    [DataRow("THANK-u Plus", "its THANK-u® Plus", "THANK-u® Plus")]
    public void FindAll_finds_codes_and_brands_as_texts_write_them(string name, string text, string expected)
    {
        Assert.AreEqual(expected, Found(Compile("products.tsv", $"name\n{name}"), text));
    }

    [TestMethod]
    [DataRow("MET", "MET was met", "MET")]
    [DataRow("ERBB2", "Erbb2 and ERBB2", "Erbb2|ERBB2")]
    [DataRow("=IMPACT", "the IMPACT of impact", "IMPACT")]
    [DataRow("^Klotho", "Klotho KLOTHO klotho", "Klotho|KLOTHO")]
    [DataRow("~klotho", "Klotho klotho", "Klotho|klotho")]
    [DataRow("SCOT", "Scott met Scot of SCOT", "SCOT")]
    [DataRow("FOR20", "needed for-20 years", "")]
    [DataRow("!CAT", "CAT", "")]
    public void FindAll_minds_the_case_where_sign_or_shape_ask_for_it(string name, string text, string expected)
    {
        Assert.AreEqual(expected, Found(Compile("genes.tsv", $"name\n{name}"), text));
    }

    [TestMethod]
    [DataRow("Crohn disease", "in Crohn’s disease", "Crohn’s disease")]
    [DataRow("Parkinson's", "in Parkinson's and Parkinson", "Parkinson's")]
    [DataRow("lymphadenopathy", "two lymphadenopathies", "lymphadenopathies")]
    public void FindAll_minds_possessive_endings_and_plurals(string name, string text, string expected)
    {
        Assert.AreEqual(expected, Found(Compile("diseases.tsv", $"name\n{name}"), text));
    }

    [TestMethod]
    public void FindAll_reports_overlapping_names_in_order()
    {
        Gazetteer gazetteer = Compile("companies.tsv", "name\taliases\nLegend Biotech\tLegend\nBiotech House");

        Assert.AreEqual("Legend|Legend Biotech|Biotech House", Found(gazetteer, "Legend Biotech House"));
    }

    [TestMethod]
    [DataRow("Acme, Inc. raised", "Acme|Acme, Inc.")]
    [DataRow("Acme Inc raised", "Acme|Acme Inc")]
    [DataRow("Acme Co., Ltd. raised", "Acme|Acme Co., Ltd.")]
    [DataRow("Acme, including", "Acme")]
    [DataRow("Acme limited its", "Acme")]
    [DataRow("Acme\nLimited", "Acme")]
    [DataRow("ACME LIMITED", "ACME|ACME LIMITED")]
    [DataRow("acme.com, Acme", "Acme")]
    public void FindAll_reports_a_company_also_with_its_legal_form(string text, string expected)
    {
        var gazetteer = new Gazetteer(GazetteerCompiler.Compile(
            [SeedTable.Parse("companies.tsv", Head + "name\nAcme"), SeedTable.Parse("legal-forms.tsv", Head + "name\nInc\nInc.\nLimited\nCo.\nCo., Ltd.")]));

        var found = Found(gazetteer, text).Split('|').Where(name => name.StartsWith("Acme", StringComparison.OrdinalIgnoreCase));

        Assert.AreEqual(expected, string.Join('|', found));
    }

    [TestMethod]
    [DataRow("NRX-101 works", "")]
    [DataRow("NRX - 101 works", "NRX")]
    [DataRow("NRX-like", "NRX")]
    public void FindAll_takes_the_head_of_a_code_for_no_name(string text, string expected)
    {
        Assert.AreEqual(expected, Found(Compile("companies.tsv", "name\nNRX"), text));
    }

    [TestMethod]
    public void FindAll_clears_what_the_list_held()
    {
        Gazetteer gazetteer = Compile("companies.tsv", "name\nAcme");
        var matches = new List<GazetteerMatch>();
        Document document = Read("Acme met Acme");

        gazetteer.FindAll(document, matches);
        gazetteer.FindAll(document, matches);

        Assert.HasCount(2, matches);
    }

    [TestMethod]
    public void KeepLongest_keeps_the_longest_of_the_first()
    {
        Gazetteer gazetteer = Compile("companies.tsv", "name\taliases\nLegend Biotech\tLegend\nBiotech House");
        Document document = Read("Legend Biotech House, Biotech House");
        var matches = new List<GazetteerMatch>();
        gazetteer.FindAll(document, matches);

        Gazetteer.KeepLongest(matches);

        Assert.AreEqual("Legend Biotech|Biotech House", string.Join('|', matches.Select(match => match.Span(document).Of(document.Text).ToString())));
    }

    [TestMethod]
    public void KeepLongest_prefers_the_reading_that_is_not_ambiguous()
    {
        var gazetteer = new Gazetteer(GazetteerCompiler.Compile(
            [SeedTable.Parse("companies.tsv", Head + "name\n?Beam"), SeedTable.Parse("products.tsv", Head + "name\nBeam")]));
        var matches = new List<GazetteerMatch>();
        gazetteer.FindAll(Read("Beam"), matches);

        Gazetteer.KeepLongest(matches);

        Assert.AreEqual(Lexicon.Product, Assert.ContainsSingle(matches).Lexicon);
    }

    [TestMethod]
    public void Item_gives_back_what_the_row_holds()
    {
        Gazetteer gazetteer = Compile("genes.tsv", "name\taliases\thgnc\tnote\nTNFRSF17\tBCMA\tTNFRSF17\tfor people");

        GazetteerEntry entry = gazetteer[0];

        Assert.AreEqual(Lexicon.Gene, entry.Lexicon);
        Assert.AreEqual("TNFRSF17", entry.Name);
        Assert.AreEqual("TNFRSF17", Assert.ContainsSingle(entry.Ids).Value);
        Assert.IsEmpty(entry.Attributes);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => gazetteer[1]);
    }

    [TestMethod]
    public void Lookup_takes_only_whole_names()
    {
        Gazetteer gazetteer = Compile("genes.tsv", "name\taliases\nTNFRSF17\tBCMA");

        Assert.AreEqual(MatchTraits.Alias, Assert.ContainsSingle(gazetteer.Lookup("BCMA")).Traits);
        Assert.IsEmpty(gazetteer.Lookup("BCMA binder"));
        Assert.IsEmpty(gazetteer.Lookup(""));
    }

    [TestMethod]
    public void Compile_marks_ordinary_words_as_ambiguous_and_minds_their_case()
    {
        var gazetteer = new Gazetteer(GazetteerCompiler.Compile(
            [SeedTable.Parse("companies.tsv", Head + "name\nSpruce"), SeedTable.Parse("stopwords.tsv", Head + "word\nspruce")]));
        var matches = new List<GazetteerMatch>();

        gazetteer.FindAll(Read("Spruce grows spruce"), matches);

        Assert.AreEqual(MatchTraits.Ambiguous, Assert.ContainsSingle(matches).Traits);
    }

    [TestMethod]
    public void Constructor_refuses_other_bytes()
    {
        Assert.ThrowsExactly<InvalidDataException>(() => new Gazetteer(new byte[100]));
    }

    [TestMethod]
    public void Default_knows_names_with_their_identifiers()
    {
        Gazetteer gazetteer = Gazetteer.Default;

        Assert.AreEqual("TNFRSF17", gazetteer[gazetteer.Lookup("BCMA").Single(match => match.Lexicon == Lexicon.Gene).Entry].Ids["hgnc"]);
        Assert.AreEqual("car-t", gazetteer[gazetteer.Lookup("chimeric antigen receptor T-cell therapy").Single().Entry].Attributes["class"]);
        Assert.AreEqual("MONDO:0005180", gazetteer[gazetteer.Lookup("Parkinson’s disease").Single().Entry].Ids["mondo"]);
    }

    private static Gazetteer Compile(string file, string table) => new(GazetteerCompiler.Compile([SeedTable.Parse(file, Head + table), Spellings]));

    private static SeedTable Spellings => SeedTable.Parse("spellings.tsv", Head + "form\tother\ntumor\ttumour");

    private static Document Read(string text)
    {
        string normalized = TextNormalizer.Normalize(text);
        Token[] tokens = Tokenizer.Tokenize(normalized);
        var splitter = new SentenceSplitter(SeedTable.Parse("rules/abbreviations.tsv", Head + "form\tends"));
        return new Document
        {
            Article = new Article { Id = "a", Source = "test", Text = text },
            NormalizedText = normalized,
            Tokens = tokens,
            Sentences = splitter.Split(normalized, tokens),
        };
    }

    private static string Found(Gazetteer gazetteer, string text)
    {
        Document document = Read(text);
        var matches = new List<GazetteerMatch>();
        gazetteer.FindAll(document, matches);
        return string.Join('|', matches.Select(match => match.Span(document).Of(text).ToString()));
    }
}
