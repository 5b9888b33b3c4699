using System.Collections.Immutable;
using System.Globalization;
using Extraction.Entities.Joining;
using Extraction.Learning;

namespace Extraction.Entities;

/// <summary>Joins the names of each thing into one entity.</summary>
internal sealed class EntityAnnotator(NameWords words, EntityLinker linker, EntityOptions options, CalibrationCurve? calibration) : IAnnotator
{
    public Layers Requires => Layers.Tokens | Layers.Mentions;

    public Layers Provides => Layers.Entities;

    public Document Annotate(Document document)
    {
        List<Mention> mentions = MentionRepair.Repair(document, options);
        List<List<Name>> groups = NameJoiner.Join(document, ReadNames(document, mentions), words);
        var entities = ImmutableArray.CreateBuilder<Entity>(groups.Count);
        foreach (List<Name> group in groups)
            entities.Add(Build(document, group, entities.Count + 1));
        return document with { Mentions = [.. mentions], Entities = entities.MoveToImmutable() };
    }

    private List<Name> ReadNames(Document document, List<Mention> mentions)
    {
        var names = new List<Name>();
        var numbers = new Dictionary<(EntityType, string), int>();
        foreach (Mention mention in mentions)
        {
            string[] parts = words.Read(document, mention.Span, mention.Type);
            string text = mention.Span.Of(document.Text).ToString();
            string key = parts.Length == 0 ? text : words.Key(parts, mention.Type);
            if (!numbers.TryGetValue((mention.Type, key), out int number))
            {
                number = names.Count;
                numbers.Add((mention.Type, key), number);
                names.Add(new Name(mention.Type, parts.Length == 0 ? [text] : parts, text, []) { IsComplete = IsComplete(document, mention) });
            }
            else if (text.Length > names[number].Text.Length)
            {
                names[number] = names[number] with { Text = text, Words = parts, IsComplete = names[number].IsComplete || IsComplete(document, mention) };
            }
            names[number].Mentions.Add(mention);
        }
        return names;
    }

    private bool IsComplete(Document document, Mention mention) =>
        mention.Type is EntityType.Company or EntityType.Investor or EntityType.Institution && words.IsComplete(document, mention.Span);

    private Entity Build(Document document, List<Name> group, int number)
    {
        (ImmutableSortedDictionary<string, string> ids, ImmutableSortedDictionary<string, string> attributes) = linker.Link(document, group);
        ImmutableArray<Mention> mentions = [.. group.SelectMany(name => name.Mentions).OrderBy(mention => mention.Span)];
        return new Entity
        {
            Id = "E" + number.ToString(CultureInfo.InvariantCulture),
            Type = group[0].Type,
            Name = group.MaxBy(name => name.Text.Length)!.Text,
            Ids = ids,
            Attributes = attributes,
            Mentions = mentions,
            Confidence = Calibrate(mentions),
        };
    }

    // The surest mention speaks for the entity; what that is worth was measured on articles that the model had not seen.
    private double Calibrate(ImmutableArray<Mention> mentions)
    {
        double highest = mentions.Max(mention => mention.Confidence);
        return calibration?.Probability((float)highest) ?? highest;
    }
}
