using System.Collections.Immutable;
using Extraction.Records;
using Extraction.Training.Relations;

namespace Extraction.Training.Tests.Relations;

[TestClass]
public sealed class EntityAlignmentTests
{
    private const string Text = "Norla Bio and Vesper make NB-12; Norla watches.";

    [TestMethod]
    public void Align_pairs_entities_of_one_type_with_a_name_in_common()
    {
        Dictionary<string, string> aligned = EntityAlignment.Align([Found("E1", EntityType.Company, "Norla"), Found("E2", EntityType.Product, "NB-12")],
            [Annotated("E7", EntityType.Product, "NB-12"), Annotated("E8", EntityType.Company, "Norla Bio", "Norla")], Text);

        Assert.AreEqual("E8", aligned["E1"]);
        Assert.AreEqual("E7", aligned["E2"]);
    }

    [TestMethod]
    [DataRow(EntityType.Institution, "Vesper")]
    [DataRow(EntityType.Company, "Norla Bio and Vesper")]
    public void Align_leaves_out_what_is_no_annotated_entity(EntityType type, string name) =>
        Assert.IsEmpty(EntityAlignment.Align([Found("E1", type, name)], [Annotated("E8", EntityType.Company, "Vesper")], Text));

    [TestMethod]
    public void Align_uses_each_annotated_entity_once()
    {
        Dictionary<string, string> aligned = EntityAlignment.Align([Found("E1", EntityType.Company, "Norla"), Found("E2", EntityType.Company, "Norla")],
            [Annotated("E8", EntityType.Company, "Norla")], Text);

        Assert.HasCount(1, aligned);
    }

    private static Entity Found(string id, EntityType type, string name)
    {
        int start = Text.IndexOf(name, StringComparison.Ordinal);
        return new Entity { Id = id, Type = type, Name = name, Mentions = ImmutableArray.Create(new Mention(new TextSpan(start, start + name.Length), type, "test", 1)), Confidence = 1 };
    }

    private static EntityRecord Annotated(string id, EntityType type, params string[] names) => new()
    {
        Id = id,
        Type = type,
        Name = names[0],
        Mentions = [.. names.Select(name => new MentionRecord(Text.IndexOf(name, StringComparison.Ordinal), Text.IndexOf(name, StringComparison.Ordinal) + name.Length, name))],
    };
}
