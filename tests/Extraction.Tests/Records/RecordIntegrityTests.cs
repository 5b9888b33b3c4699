using Extraction.Records;

namespace Extraction.Tests.Records;

[TestClass]
public sealed class RecordIntegrityTests
{
    [TestMethod]
    public void FindFault_of_a_sound_record_is_null() => Assert.IsNull(RecordIntegrity.FindFault(Sound()));

    [TestMethod]
    [DataRow(0, 5, "Alder Bio", "the mention 0-5 of E1 is not its words")]
    [DataRow(-1, 8, "Alder Bio", "the mention -1-8 of E1 is not its words")]
    [DataRow(10, 99, "grows", "the mention 10-99 of E1 is not its words")]
    public void FindFault_names_a_mention_that_is_not_its_words(int start, int end, string text, string fault)
    {
        ArticleRecord record = Sound() with { Entities = [Sound().Entities[0] with { Mentions = [new MentionRecord(start, end, text)] }], Relations = [], Events = [] };

        Assert.AreEqual(fault, RecordIntegrity.FindFault(record));
    }

    [TestMethod]
    public void FindFault_names_an_id_that_is_no_entity()
    {
        ArticleRecord record = Sound();

        Assert.AreEqual("R1 joins E1 and E9, which are not both entities",
            RecordIntegrity.FindFault(record with { Relations = [record.Relations[0] with { To = "E9" }] }));
        Assert.AreEqual("a role of V1 is filled by what is no entity",
            RecordIntegrity.FindFault(record with { Events = [record.Events[0] with { Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E9"] } }] }));
        Assert.AreEqual("the id E1 is given twice", RecordIntegrity.FindFault(record with { Entities = [record.Entities[0], record.Entities[0]] }));
    }

    [TestMethod]
    public void FindFault_names_evidence_outside_of_the_text()
    {
        ArticleRecord record = Sound();

        Assert.AreEqual("evidence of R1 lies outside of the text",
            RecordIntegrity.FindFault(record with { Relations = [record.Relations[0] with { Evidence = [new SpanRecord(3, 3)] }] }));
        Assert.AreEqual("evidence of V1 lies outside of the text",
            RecordIntegrity.FindFault(record with { Events = [record.Events[0] with { Evidence = [new SpanRecord(0, 16)] }] }));
    }

    private static ArticleRecord Sound() => new()
    {
        Article = new ArticlePart { Id = "a", Text = "Alder Bio grows" },
        Entities =
        [
            new EntityRecord { Id = "E1", Type = EntityType.Company, Name = "Alder Bio", Mentions = [new MentionRecord(0, 9, "Alder Bio")] },
            new EntityRecord { Id = "E2", Type = EntityType.Company, Name = "Bio", Mentions = [new MentionRecord(6, 9, "Bio")] },
        ],
        Relations = [new RelationRecord { Id = "R1", Type = RelationType.PartOf, From = "E1", To = "E2", Evidence = [new SpanRecord(0, 15)] }],
        Events =
        [
            new EventRecord
            {
                Id = "V1", Type = EventType.Corporate, Evidence = [new SpanRecord(0, 15)],
                Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E1"] },
            },
        ],
    };
}
