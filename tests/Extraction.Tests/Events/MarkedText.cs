using System.Collections.Immutable;
using System.Text;
using Extraction.Seeds;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Tests.Events;

/// <summary>Documents for tests of events: names are marked in the text, so that no test depends on how names are found.</summary>
/// <remarks><c>[company Lanhai Cell] dosed a patient</c>; a name that is marked twice is one entity; <c>[company Lanhai=Lanhai Cell]</c> is another name of it.</remarks>
internal static class MarkedText
{
    private static readonly IAnnotator[] Annotators = [new TokenAnnotator(new SentenceSplitter(EmbeddedData.Rules("abbreviations"))), new ValueAnnotator()];

    /// <summary>The document with tokens, values and the marked entities.</summary>
    public static Document Read(string marked, string? published = null)
    {
        var text = new StringBuilder();
        var mentions = new Dictionary<(EntityType, string), List<Mention>>();
        for (int at = 0; at < marked.Length; at++)
        {
            if (marked[at] != '[')
            {
                text.Append(marked[at]);
                continue;
            }
            int end = marked.IndexOf(']', at), space = marked.IndexOf(' ', at);
            EntityType type = Enum.Parse<EntityType>(marked[(at + 1)..space], ignoreCase: true);
            string[] names = marked[(space + 1)..end].Split('=');
            if (!mentions.TryGetValue((type, names[^1]), out List<Mention>? list))
                mentions[(type, names[^1])] = list = [];
            list.Add(new Mention(new TextSpan(text.Length, text.Length + names[0].Length), type, "test", 1));
            text.Append(names[0]);
            at = end;
        }
        PartialDate.TryParse(published, out PartialDate? date);
        var document = new Document { Article = new Article { Id = "a", Source = "test", Text = text.ToString(), Published = date } };
        foreach (IAnnotator annotator in Annotators)
            document = annotator.Annotate(document);
        ImmutableArray<Entity> entities = [.. mentions.OrderBy(pair => pair.Value[0].Span).Select((pair, index) => new Entity
        {
            Id = $"E{index + 1}",
            Type = pair.Key.Item1,
            Name = pair.Key.Item2,
            Mentions = [.. pair.Value],
            Confidence = 1,
        })];
        return document with { Entities = entities };
    }

    /// <summary>An event in one line: type, then slots in a fixed order; what is unknown is left out.</summary>
    public static string Describe(Event item, Document document)
    {
        var parts = new List<string> { item.Type.ToString().ToLowerInvariant() };
        void Add(string name, object? value)
        {
            if (value is not null)
                parts.Add($"{name}={value}");
        }

        if (item.Status != EventStatus.Done)
            parts.Add(item.Status.ToString().ToLowerInvariant());
        Add("action", item.Action);
        Add("kind", item.Kind);
        Add("round", item.Round);
        Add("filing", item.Filing);
        Add("designation", item.Designation);
        Add("phase", item.Phase);
        Add("date", item.Date);
        Add("amount", item.Amount is { } amount ? $"{amount.Currency} {amount.Value}" : null);
        Add("upfront", item.Upfront is { } upfront ? $"{upfront.Currency} {upfront.Value}" : null);
        Add("participants", item.Participants);
        Add("count", item.Count);
        Add("measure", item.Measure);
        Add("value", item.Value is { } value ? $"{value} {item.Unit}" : null);
        Add("period", item.Period);
        foreach ((Role role, ImmutableArray<string> ids) in item.Roles)
            Add(role.ToString().ToLowerInvariant(), string.Join('+', ids.Select(id => document.Entities.First(entity => entity.Id == id).Name)));
        return string.Join("; ", parts);
    }
}
