using System.Collections.Immutable;
using System.Text;
using Extraction.Records;

namespace Extraction.Tests.Records;

[TestClass]
public sealed class RecordsJsonTests
{
    [TestMethod]
    public void Write_follows_the_contract_in_names_order_and_spelling()
    {
        string json = Encoding.UTF8.GetString(RecordsJson.Write(RecordBuilder.Build(Example())));

        const string Expected = """
            {"schema":"article-facts/1","article":{"id":"a1","source":"a.txt","url":null,"title":"科济 raises","site":null,"author":null,"published":"2026-01","language":"en","text":"科济 raises $5m\n"},"entities":[{"id":"E1","type":"company","name":"科济","ids":{"hkex":"2171"},"attributes":{},"mentions":[{"start":0,"end":2,"text":"科济"}],"confidence":0.987}],"relations":[],"events":[{"id":"V1","type":"funding","status":"done","date":"2026-01-04","roles":{"company":["E1"]},"kind":"follow_on","amount":{"value":5000000,"currency":"USD","qualifier":"up_to"},"evidence":[{"start":0,"end":13}],"confidence":0.5}]}
            """;
        Assert.AreEqual(Expected, json);
        RecordAssert.Conforms(json);
    }

    [TestMethod]
    public void Read_gives_back_what_Write_wrote()
    {
        byte[] first = RecordsJson.Write(RecordBuilder.Build(Example()));

        byte[] second = RecordsJson.Write(RecordsJson.Read(Encoding.UTF8.GetString(first)));

        CollectionAssert.AreEqual(first, second);
    }

    [TestMethod]
    [DataRow("\"kind\":\"follow_on\"", "\"kind\":\"followon\"")]
    [DataRow("\"start\":0", "\"start\":-1")]
    [DataRow("\"date\":\"2026-01-04\"", "\"date\":\"4 Jan 2026\"")]
    [DataRow("\"type\":\"funding\"", "\"type\":\"sales\"")]
    [DataRow("\"published\":\"2026-01\"", "\"published\":\"01/2026\"")]
    [DataRow("\"ids\":{", "\"idz\":{")]
    public void Schema_rejects_what_the_contract_does_not_allow(string right, string wrong)
    {
        string json = Encoding.UTF8.GetString(RecordsJson.Write(RecordBuilder.Build(Example())));
        Assert.Contains(right, json);

        Assert.ThrowsExactly<AssertFailedException>(() => RecordAssert.Conforms(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Read_fills_what_a_record_leaves_out()
    {
        ArticleRecord record = RecordsJson.Read("""{"article":{"id":"a","text":"t"},"events":[{"id":"V1","type":"statistic","evidence":[]}]}""");

        Assert.AreEqual(ArticleRecord.SchemaVersion, record.Schema);
        Assert.IsEmpty(record.Entities);
        Assert.IsEmpty(record.Events[0].Roles);
        Assert.AreEqual(EventStatus.Done, record.Events[0].Status);
    }

    private static Document Example() => new()
    {
        Article = new Article { Id = "a1", Source = "a.txt", Title = "科济 raises", Published = new PartialDate(2026, 1), Language = "en", Text = "科济 raises $5m\n" },
        Entities = [new Entity
        {
            Id = "E1",
            Type = EntityType.Company,
            Name = "科济",
            Ids = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("hkex", "2171")]),
            Mentions = [new Mention(new TextSpan(0, 2), EntityType.Company, "test", 1)],
            Confidence = 0.98714,
        }],
        Events = [new Event
        {
            Id = "V1",
            Type = EventType.Funding,
            Kind = "follow_on",
            Date = new PartialDate(2026, 1, 4),
            Roles = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(Role.Company, ImmutableArray.Create("E1"))]),
            Amount = new Money(5_000_000, "USD", Qualifier.UpTo),
            Evidence = [new TextSpan(0, 13)],
            FoundBy = "test",
            Confidence = 0.5,
        }],
    };
}
