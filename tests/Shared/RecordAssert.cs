using System.Text;
using Extraction.Records;
using NJsonSchema;

namespace Extraction.Tests;

/// <summary>Checks records against the published schema and against the laws that JSON Schema cannot say.</summary>
internal static class RecordAssert
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(RecordSchema.Read()).GetAwaiter().GetResult());

    public static void Conforms(ArticleRecord record) => Conforms(Encoding.UTF8.GetString(RecordsJson.Write(record)));

    public static void Conforms(string json)
    {
        var errors = Schema.Value.Validate(json);
        Assert.IsEmpty(errors, $"Not according to the schema: {string.Join("; ", errors)}\n{json}");
        ArticleRecord record = RecordsJson.Read(json);
        string text = record.Article.Text;
        foreach (EntityRecord entity in record.Entities)
        {
            foreach (MentionRecord mention in entity.Mentions)
                Assert.AreEqual(mention.Text, text[mention.Start..mention.End], $"{record.Article.Id} {entity.Id}");
        }
        var ids = record.Entities.Select(entity => entity.Id).ToHashSet();
        Assert.HasCount(record.Entities.Count, ids, $"{record.Article.Id} has an entity id twice");
        foreach (RelationRecord relation in record.Relations)
            Assert.IsTrue(ids.Contains(relation.From) && ids.Contains(relation.To), $"{record.Article.Id} {relation.Id} names an entity that is not there");
        foreach (EventRecord item in record.Events)
            Assert.IsTrue(item.Roles.Values.SelectMany(filler => filler).All(ids.Contains), $"{record.Article.Id} {item.Id} names an entity that is not there");
        foreach (SpanRecord span in record.Relations.SelectMany(relation => relation.Evidence).Concat(record.Events.SelectMany(item => item.Evidence)))
            Assert.IsTrue(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"{record.Article.Id} has evidence {span} outside its text");
    }
}
