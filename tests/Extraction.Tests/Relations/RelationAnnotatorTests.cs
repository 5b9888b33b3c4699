using Extraction.Relations;
using Extraction.Seeds;

namespace Extraction.Tests.Relations;

[TestClass]
public sealed class RelationAnnotatorTests
{
    private static readonly RelationAnnotator Annotator = RelationAnnotator.CreateDefault();

    [TestMethod]
    [DataRow("«Norla Bio» doses first patient\n«Norla Bio» today said the first patient was dosed with {NB-12}, its <CAR-T> candidate.", "develops Norla Bio NB-12")]
    [DataRow("«Norla Bio» doses first patient\n«Norla Bio» said that {NB-12} is a <CAR-T> therapy targeting [GPRC5D].", "targets NB-12 GPRC5D")]
    [DataRow("«Norla Bio» doses first patient\n«Norla Bio» said that {NB-12} is a <CAR-T> therapy targeting [GPRC5D].", "uses NB-12 CAR-T")]
    [DataRow("«Norla Bio» names chief\n«Norla Bio» has appointed ‹Ada Brun› as chief executive officer.", "affiliated Ada Brun Norla Bio")]
    public void Annotate_finds_what_the_text_plainly_states(string marked, string expected) =>
        Assert.Contains(expected, Found(Annotator.Annotate(MarkedText.Read(marked))));

    [TestMethod]
    public void Edited_genes_are_told_from_targets()
    {
        string[] found = Found(Annotator.Annotate(MarkedText.Read("«Norla Bio»\n{NB-12} is built on allogeneic cells, with [NKG2A], [TRAC] and [B2M] knocked out at once.")));

        CollectionAssert.AreEquivalent(new[] { "edits NB-12 NKG2A", "edits NB-12 TRAC", "edits NB-12 B2M" }, found.Where(relation => relation.StartsWith("edits", StringComparison.Ordinal)).ToArray());
        Assert.DoesNotContain("targets NB-12 TRAC", found);
    }

    [TestMethod]
    public void Ids_count_in_the_order_of_the_entities()
    {
        Document document = Annotator.Annotate(MarkedText.Read("«Norla Bio»\n«Norla Bio» develops {NB-12}, a <CAR-T> against [GPRC5D], said ‹Ada Brun›, its chief executive."));

        CollectionAssert.AreEqual(Enumerable.Range(1, document.Relations.Length).Select(number => $"R{number}").ToArray(), document.Relations.Select(relation => relation.Id).ToArray());
        CollectionAssert.AreEqual(document.Relations.OrderBy(Place).ToArray(), document.Relations.ToArray());

        static (int, int) Place(Relation relation) => (int.Parse(relation.From.AsSpan(1)), int.Parse(relation.To.AsSpan(1)));
    }

    [TestMethod]
    public void Every_relation_has_evidence_inside_the_text_and_a_probability()
    {
        Document document = Annotator.Annotate(MarkedText.Read("«Norla Bio»\n«Norla Bio» develops {NB-12}.\nIt is a <CAR-T> against [GPRC5D]."));

        Assert.IsNotEmpty(document.Relations);
        foreach (Relation relation in document.Relations)
        {
            Assert.IsNotEmpty(relation.Evidence);
            Assert.IsTrue(relation.Evidence.All(span => span.Start >= 0 && span.Length > 0 && span.End <= document.Text.Length));
            Assert.IsInRange(0.0, 1.0, relation.Confidence);
        }
    }

    [TestMethod]
    [DataRow("‹Ada Brun›, chief executive officer of «Norla Bio», spoke.", "chief executive officer")]
    [DataRow("«Norla Bio» CEO ‹Ada Brun› spoke.", "CEO")]
    [DataRow("«Norla Bio»'s founder and chairman, ‹Ada Brun›, spoke.", "founder and chairman")]
    [DataRow("‹Ada Brun›, Ph.D., President and CEO of «Norla Bio»", "President and CEO")]
    [DataRow("‹Ada Brun› went to «Norla Bio».", null)]
    public void Title_is_the_post_as_the_text_words_it(string marked, string? expected)
    {
        var article = new MaskedArticle(MarkedText.Read(marked));
        int person = Index(article, EntityType.Person), company = Index(article, EntityType.Company);

        Assert.AreEqual(expected, new TitleFinder(EmbeddedData.Rules("titles")).Find(article, person, company));
    }

    [TestMethod]
    public void Gene_role_rows_find_the_gene_of_their_examples()
    {
        var rules = new GeneRoleRules(GeneRolePattern.Read(EmbeddedData.Rules("gene-roles")));
        foreach (SeedRow row in EmbeddedData.Rules("gene-roles").Rows)
        {
            var found = new List<string>();
            rules.Find(new MaskedArticle(MarkedText.Read(row["example"])), (type, _, _, _) => found.Add(type.ToString().ToLowerInvariant()));

            Assert.AreEqual(row["relation"], string.Join(' ', found), $"seeds/rules/gene-roles.tsv({row.Line}): {row["example"]}");
        }
    }

    [TestMethod]
    public void Gene_role_patterns_with_errors_are_all_reported_with_their_lines()
    {
        SeedTable table = SeedTable.Parse("rules/x.tsv", "# source: test\n# licence: test\nrelation\tpattern\texample\nfixes\ta @target\tx\nedits\tno anchor\tx\n");

        SeedException exception = Assert.ThrowsExactly<SeedException>(() => GeneRolePattern.Read(table));

        CollectionAssert.AreEqual(new[] { 4, 5 }, exception.Errors.Select(error => error.Line).ToArray());
    }

    [TestMethod]
    public void Document_without_entities_has_no_relations() => Assert.IsEmpty(Annotator.Annotate(MarkedText.Read("Nothing named here.")).Relations);

    private static string[] Found(Document document) => [.. document.Relations.Select(relation =>
        $"{relation.Type.ToString().ToLowerInvariant()} {MarkedText.NameOf(document, relation.From)} {MarkedText.NameOf(document, relation.To)}")];

    private static int Index(MaskedArticle article, EntityType type) =>
        Enumerable.Range(0, article.Document.Entities.Length).Single(index => article.Document.Entities[index].Type == type);
}
