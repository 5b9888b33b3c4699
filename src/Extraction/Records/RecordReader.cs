using System.Collections.Immutable;

namespace Extraction.Records;

/// <summary>Turns records (gold, reviewed or our own) back into articles and their facts.</summary>
public static class RecordReader
{
    private const string Annotated = "record";

    /// <summary>The article of a record.</summary>
    public static Article ReadArticle(ArticlePart article) => new()
    {
        Id = article.Id,
        Source = article.Source,
        Url = article.Url,
        Title = article.Title,
        Site = article.Site,
        Author = article.Author,
        Published = PartialDate.TryParse(article.Published, out PartialDate? date) ? date : null,
        Language = article.Language,
        Text = article.Text,
        IsTruncated = article.Truncated == true,
        Sections = [.. (article.Sections ?? []).Select(section => new Section(new TextSpan(section.Start, section.End), section.Kind))],
    };

    /// <summary>The entities of a record; a missing confidence (gold) counts as certain.</summary>
    public static ImmutableArray<Entity> ReadEntities(ArticleRecord record) =>
        [.. record.Entities.Select(entity => new Entity
        {
            Id = entity.Id,
            Type = entity.Type,
            Name = entity.Name,
            Ids = entity.Ids.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Attributes = entity.Attributes.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Mentions = [.. entity.Mentions.Select(mention =>
                new Mention(new TextSpan(mention.Start, mention.End), entity.Type, Annotated, entity.Confidence ?? 1))],
            Confidence = entity.Confidence ?? 1,
        })];
}
