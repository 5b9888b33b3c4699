namespace Extraction.Records;

/// <summary>Checks what JSON Schema cannot say of a record: its spans lie in its text, its ids name entities of its own.</summary>
public static class RecordIntegrity
{
    /// <summary>The first thing that is wrong, in words; null when nothing is.</summary>
    public static string? FindFault(ArticleRecord record)
    {
        string text = record.Article.Text;
        var ids = new HashSet<string>(record.Entities.Count, StringComparer.Ordinal);
        foreach (EntityRecord entity in record.Entities)
        {
            if (!ids.Add(entity.Id))
                return $"the id {entity.Id} is given twice";
            foreach (MentionRecord mention in entity.Mentions)
            {
                if (!IsInside(mention.Start, mention.End, text) || !text.AsSpan(mention.Start, mention.End - mention.Start).SequenceEqual(mention.Text))
                    return $"the mention {mention.Start}-{mention.End} of {entity.Id} is not its words";
            }
        }
        foreach (RelationRecord relation in record.Relations)
        {
            if (!ids.Contains(relation.From) || !ids.Contains(relation.To))
                return $"{relation.Id} joins {relation.From} and {relation.To}, which are not both entities";
            if (!AreInside(relation.Evidence, text))
                return $"evidence of {relation.Id} lies outside of the text";
        }
        foreach (EventRecord item in record.Events)
        {
            if (!item.Roles.Values.All(fillers => fillers.All(ids.Contains)))
                return $"a role of {item.Id} is filled by what is no entity";
            if (!AreInside(item.Evidence, text))
                return $"evidence of {item.Id} lies outside of the text";
        }
        return null;
    }

    private static bool AreInside(IReadOnlyList<SpanRecord> spans, string text) => spans.All(span => IsInside(span.Start, span.End, text));

    private static bool IsInside(int start, int end, string text) => start >= 0 && start < end && end <= text.Length;
}
