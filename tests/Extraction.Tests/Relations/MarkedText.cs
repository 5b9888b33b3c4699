using System.Collections.Immutable;
using System.Text;
using Extraction.Seeds;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Tests.Relations;

/// <summary>Makes documents from texts whose names are marked: {product}, [target], &lt;modality&gt;, «company», ‹person›.</summary>
internal static class MarkedText
{
    private const string Opening = "{[<«‹", Closing = "}]>»›";

    private static readonly EntityType[] Types = [EntityType.Product, EntityType.Target, EntityType.Modality, EntityType.Company, EntityType.Person];

    /// <summary>The document without the marks; equal names of a type are one entity.</summary>
    public static Document Read(string marked)
    {
        var text = new StringBuilder();
        var mentions = new Dictionary<(EntityType Type, string Name), List<Mention>>();
        int start = 0;
        foreach (char unit in marked)
        {
            if (Opening.Contains(unit))
            {
                start = text.Length;
            }
            else if (Closing.IndexOf(unit) is var type && type >= 0)
            {
                var key = (Types[type], text.ToString(start, text.Length - start));
                if (!mentions.TryGetValue(key, out List<Mention>? places))
                    mentions.Add(key, places = []);
                places.Add(new Mention(new TextSpan(start, text.Length), Types[type], "test", 1));
            }
            else
            {
                text.Append(unit);
            }
        }
        ImmutableArray<Entity> entities = [.. mentions.Select((pair, index) =>
            new Entity { Id = $"E{index + 1}", Type = pair.Key.Type, Name = pair.Key.Name, Mentions = [.. pair.Value], Confidence = 1 })];
        var pipeline = new Pipeline([new TokenAnnotator(new SentenceSplitter(EmbeddedData.Rules("abbreviations"))), new ValueAnnotator()]);
        return pipeline.Annotate(new Article { Id = "a", Source = "a.txt", Text = text.ToString() }) with { Entities = entities };
    }

    /// <summary>The entity's name.</summary>
    public static string NameOf(Document document, string id) => document.Entities.Single(entity => entity.Id == id).Name;
}
