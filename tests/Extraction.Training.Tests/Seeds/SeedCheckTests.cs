using Extraction.Seeds;
using Extraction.Training.Seeds;

namespace Extraction.Training.Tests.Seeds;

[TestClass]
public sealed class SeedCheckTests
{
    private const string Head = "# source: tests\n# licence: as the project\n";

    [TestMethod]
    [DataRow("companies.tsv", "name\taliases\nAcme\tAcme Bio\nOther\tAcme-Bio", "seeds/companies.tsv(5): expected names that no other row of the file has, nor this row twice, found 'Acme-Bio', also in line 4")]
    [DataRow("companies.tsv", "name\tcolour\nAcme\tred", "found colour")]
    [DataRow("companies.tsv", "aliases\nAcme", "expected a column 'name', found none")]
    [DataRow("companies.tsv", "name\taliases\n\tAcme", "expected a name, found an empty cell")]
    [DataRow("companies.tsv", "name\n(Acme)", "expected a name that starts with a letter or digit, found '(Acme)'")]
    [DataRow("genes.tsv", "name\thgnc\nBCMA\ttnfrsf17", "expected an HGNC symbol such as TNFRSF17, found 'tnfrsf17'")]
    [DataRow("diseases.tsv", "name\tmondo\nmyeloma\tMONDO:9693", "expected an id such as MONDO:0009693, found 'MONDO:9693'")]
    [DataRow("diseases.tsv", "name\tdoid\nmyeloma\t9538", "expected an id such as DOID:9538, found '9538'")]
    [DataRow("modalities.tsv", "name\tclass\nCAR-T\tcart", "expected a modality class of CONTRACT.md, found 'cart'")]
    [DataRow("modalities.tsv", "name\nCAR-T", "expected a modality class of CONTRACT.md, found ''")]
    [DataRow("toxicities.tsv", "name\trole\nCRS\tdisease", "expected role 'toxicity', found another role, or none")]
    public void Check_names_file_line_expected_and_found(string file, string table, string expected)
    {
        SeedError error = Assert.ContainsSingle(SeedCheck.Check([(file, Head + table)]));

        Assert.EndsWith(expected, error.ToString());
    }

    [TestMethod]
    public void Check_reports_the_errors_of_all_files()
    {
        IReadOnlyList<SeedError> errors = SeedCheck.Check([("companies.tsv", "name\nAcme"), ("genes.tsv", Head + "name\n(")]);

        Assert.HasCount(3, errors);
    }

    [TestMethod]
    public void Check_takes_signs_and_names_that_differ_in_case()
    {
        Assert.IsEmpty(SeedCheck.Check([("genes.tsv", Head + "name\taliases\nKL\t?klotho|Klotho")]));
    }
}
