using System.Text;
using Extraction.Records;
using Spectre.Console;

namespace Extraction.Cli.Views;

/// <summary>The text of an article with its names marked.</summary>
internal static class MarkedText
{
    /// <summary>Every name in the colour of its type.</summary>
    public static Paragraph WithColors(ArticleRecord record)
    {
        var paragraph = new Paragraph();
        foreach ((string part, EntityType? type) in Parts(record))
            paragraph.Append(part, type is { } marked ? EntityStyles.Of(marked) : null);
        return paragraph;
    }

    /// <summary>Every name as <c>[name|type]</c>.</summary>
    public static string WithBrackets(ArticleRecord record)
    {
        var text = new StringBuilder();
        foreach ((string part, EntityType? type) in Parts(record))
        {
            if (type is { } marked)
                text.Append('[').Append(part).Append('|').Append(ContractName.Of(marked)).Append(']');
            else
                text.Append(part);
        }
        return text.ToString();
    }

    private static IEnumerable<(string Part, EntityType? Type)> Parts(ArticleRecord record)
    {
        string text = record.Article.Text.TrimEnd();
        int written = 0;
        foreach ((MentionRecord mention, EntityType type) in OuterMentions(record))
        {
            if (mention.Start > written)
                yield return (text[written..mention.Start], null);
            yield return (mention.Text, type);
            written = mention.End;
        }
        if (written < text.Length)
            yield return (text[written..], null);
    }

    // A company's name may hold another name; in running text the outer one is marked.
    private static IEnumerable<(MentionRecord Mention, EntityType Type)> OuterMentions(ArticleRecord record)
    {
        int end = 0;
        foreach ((MentionRecord Mention, EntityType Type) item in record.Entities
            .SelectMany(entity => entity.Mentions.Select(mention => (mention, entity.Type)))
            .OrderBy(item => item.mention.Start).ThenByDescending(item => item.mention.End))
        {
            if (item.Mention.Start < end)
                continue;
            end = item.Mention.End;
            yield return item;
        }
    }
}
