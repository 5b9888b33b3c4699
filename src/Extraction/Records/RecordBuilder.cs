namespace Extraction.Records;

/// <summary>Turns annotated documents into records.</summary>
public static class RecordBuilder
{
    // Confidences are written with three digits: more would claim what no calibration can know, and would change with every summation order.
    private const int ConfidenceDigits = 3;

    /// <summary>The record of a document.</summary>
    public static ArticleRecord Build(Document document) => new()
    {
        Article = BuildArticle(document.Article),
        Entities = [.. document.Entities.Select(entity => Build(entity, document.Text))],
        Relations = [.. document.Relations.Select(Build)],
        Events = [.. document.Events.Select(Build)],
    };

    /// <summary>The <c>article</c> part of a record.</summary>
    public static ArticlePart BuildArticle(Article article) => new()
    {
        Id = article.Id,
        Source = article.Source,
        Url = article.Url,
        Title = article.Title,
        Site = article.Site,
        Author = article.Author,
        Published = article.Published?.ToString(),
        Language = article.Language,
        Text = article.Text,
        Truncated = article.IsTruncated ? true : null,
        Sections = article.Sections.IsEmpty ? null
            : [.. article.Sections.Select(section => new SectionRecord(section.Span.Start, section.Span.End, section.Kind))],
    };

    private static EntityRecord Build(Entity entity, string text) => new()
    {
        Id = entity.Id,
        Type = entity.Type,
        Name = entity.Name,
        Ids = entity.Ids,
        Attributes = entity.Attributes,
        Mentions = [.. entity.Mentions.Select(mention => new MentionRecord(mention.Span.Start, mention.Span.End, mention.Span.Of(text).ToString()))],
        Confidence = Round(entity.Confidence),
    };

    private static RelationRecord Build(Relation relation) => new()
    {
        Id = relation.Id,
        Type = relation.Type,
        From = relation.From,
        To = relation.To,
        Title = relation.Title,
        Evidence = [.. relation.Evidence.Select(Build)],
        Confidence = Round(relation.Confidence),
    };

    private static EventRecord Build(Event item) => new()
    {
        Id = item.Id,
        Type = item.Type,
        Status = item.Status,
        Date = item.Date?.ToString(),
        Roles = item.Roles.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value),
        Kind = item.Kind,
        Round = item.Round,
        Action = item.Action,
        Filing = item.Filing,
        Designation = item.Designation,
        Phase = item.Phase,
        Participants = item.Participants,
        Count = item.Count,
        Amount = Build(item.Amount),
        Upfront = Build(item.Upfront),
        Territory = item.Territory,
        Measure = item.Measure,
        Value = item.Value,
        Unit = item.Unit,
        Period = item.Period,
        Evidence = [.. item.Evidence.Select(Build)],
        Confidence = Round(item.Confidence),
    };

    private static MoneyRecord? Build(Money? money) => money is null ? null
        : new MoneyRecord { Value = money.Value, High = money.High, Currency = money.Currency, Qualifier = money.Qualifier };

    private static SpanRecord Build(TextSpan span) => new(span.Start, span.End);

    private static double Round(double confidence) => Math.Round(Math.Clamp(confidence, 0, 1), ConfidenceDigits);
}
