using Extraction.Records;

namespace Extraction.Training.Tests.Evaluation;

/// <summary>Spoils gold records in every way in which an extractor goes wrong; the same seed spoils them the same way.</summary>
internal sealed class GoldPerturbation(int seed)
{
    private readonly Random _random = new(seed);

    public List<ArticleRecord> Spoil(IEnumerable<ArticleRecord> gold) => [.. gold.Where(_ => !Chance(20)).Select(Spoil)];

    private ArticleRecord Spoil(ArticleRecord record)
    {
        EntityRecord[] entities = [.. record.Entities.Where(_ => !Chance(8)).Select(Spoil)];
        HashSet<string> left = [.. entities.Select(entity => entity.Id)];
        RelationRecord[] relations =
        [
            .. record.Relations.Where(relation => left.Contains(relation.From) && left.Contains(relation.To) && !Chance(6))
                .Select(relation => Chance(8) ? relation with { From = relation.To, To = relation.From } : relation),
        ];
        EventRecord[] events = [.. record.Events.Where(_ => !Chance(8)).Select(item => Spoil(item, left)), .. record.Events.Where(_ => Chance(12)).Select(item => Spoil(item, left))];
        string text = Chance(10) ? record.Article.Text + " " : record.Article.Text;
        string id = Chance(10) ? "other" + record.Article.Id : record.Article.Id;
        return record with { Article = record.Article with { Text = text, Id = id }, Entities = entities, Relations = relations, Events = events };
    }

    private EntityRecord Spoil(EntityRecord entity)
    {
        MentionRecord[] mentions = [.. entity.Mentions.Where(_ => !Chance(6)).Select(mention => Chance(15) ? mention with { Start = mention.Start + 1 } : mention)];
        return entity with
        {
            Type = Chance(15) ? EntityType.Institution : entity.Type,
            Name = Chance(6) ? entity.Name.ToUpperInvariant() + "® Holdings, Inc." : entity.Name,
            Mentions = mentions.Length == 0 ? entity.Mentions : mentions,
            Confidence = Math.Round(_random.NextDouble(), 3),
        };
    }

    private EventRecord Spoil(EventRecord item, HashSet<string> left) => item with
    {
        Roles = item.Roles.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Where(filler => left.Contains(filler) && !Chance(8))]),
        Date = item.Date is { Length: > 4 } date && Chance(3) ? date[..4] : item.Date,
        Round = item.Round is { } round && Chance(3) ? round.Replace("Series ", "", StringComparison.Ordinal) : item.Round,
        Amount = item.Amount is { } amount && Chance(3) ? amount with { Value = amount.Value * (Chance(2) ? 1.01m : 1.05m) } : item.Amount,
        Status = Chance(8) ? EventStatus.Planned : item.Status,
        Action = Chance(8) ? "other" : item.Action,
        Participants = item.Participants is { } heads && Chance(3) ? heads + 1 : item.Participants,
    };

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
