using System.Globalization;
using Extraction.Records;
using Spectre.Console;

namespace Extraction.Cli.Views;

/// <summary>One article with its names marked in the text, and tables of its facts below.</summary>
internal static class ArticleView
{
    public static void Write(Terminal terminal, ArticleRecord record)
    {
        IAnsiConsole console = terminal.Out;
        WriteOrigin(console, record.Article);
        WriteText(terminal, record);
        var nameById = record.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        if (record.Entities.Count > 0)
            console.Write(Entities(record));
        if (record.Relations.Count > 0)
            console.Write(Relations(record, nameById));
        if (record.Events.Count > 0)
            console.Write(Events(record, nameById));
        if (record.Entities.Count + record.Relations.Count + record.Events.Count == 0)
            console.WriteLine("No facts were found.");
    }

    private static void WriteOrigin(IAnsiConsole console, ArticlePart article)
    {
        string?[] parts = [article.Source, article.Site, article.Author, article.Published, article.Language, article.Url];
        console.Write(new Text(string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))), new Style(Color.Grey)));
        console.WriteLine();
        console.WriteLine();
    }

    private static void WriteText(Terminal terminal, ArticleRecord record)
    {
        IAnsiConsole console = terminal.Out;
        if (console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
        {
            // Past the console, which would break the lines at its width.
            terminal.Print(MarkedText.WithBrackets(record));
        }
        else
        {
            console.Write(MarkedText.WithColors(record));
            console.WriteLine();
        }
        console.WriteLine();
    }

    private static Table Entities(ArticleRecord record)
    {
        Table table = Facts("Entities", "id", "type", "name", "also called", "known as");
        foreach (EntityRecord entity in record.Entities)
        {
            IEnumerable<string> others = entity.Mentions.Select(mention => mention.Text).Distinct(StringComparer.Ordinal).Where(name => name != entity.Name);
            table.AddRow(
                new Text(entity.Id), new Text(ContractName.Of(entity.Type), EntityStyles.Of(entity.Type)), new Text(entity.Name), new Text(string.Join(", ", others)),
                new Text(string.Join(", ", entity.Ids.Concat(entity.Attributes).Select(pair => $"{pair.Key} {pair.Value}"))), Confidence(entity.Confidence));
        }
        return table;
    }

    private static Table Relations(ArticleRecord record, Dictionary<string, string> nameById)
    {
        Table table = Facts("Relations", "id", "from", "type", "to", "title");
        foreach (RelationRecord relation in record.Relations)
        {
            table.AddRow(
                new Text(relation.Id), new Text(nameById[relation.From]), new Text(ContractName.Of(relation.Type)), new Text(nameById[relation.To]),
                new Text(relation.Title ?? ""), Confidence(relation.Confidence));
        }
        return table;
    }

    private static Table Events(ArticleRecord record, Dictionary<string, string> nameById)
    {
        Table table = Facts("Events", "id", "type", "status", "date", "slots");
        foreach (EventRecord item in record.Events)
        {
            table.AddRow(
                new Text(item.Id), new Text(ContractName.Of(item.Type)), new Text(ContractName.Of(item.Status)), new Text(item.Date ?? ""),
                new Text(EventSlots.Describe(item, nameById)), Confidence(item.Confidence));
        }
        return table;
    }

    private static Table Facts(string title, params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(title).AddColumns(columns).AddColumn(new TableColumn("confidence").RightAligned());
        table.Columns[0].NoWrap();
        return table;
    }

    private static Text Confidence(double? confidence) => new(confidence?.ToString("0.00", CultureInfo.InvariantCulture) ?? "");
}
