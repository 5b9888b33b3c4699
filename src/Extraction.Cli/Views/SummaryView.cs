using System.Globalization;
using Extraction.Cli.Runs;
using Extraction.Records;
using Spectre.Console;

namespace Extraction.Cli.Views;

/// <summary>What a person wants to know at the end of a run.</summary>
internal static class SummaryView
{
    public static void Write(IAnsiConsole console, RunTotals totals, int ignored, string speed)
    {
        console.Write(Figures(totals, ignored).AddRow("speed", "", speed));
        if (totals.Funding.Count > 0)
            console.Write(Funding(totals));
    }

    private static Table Figures(RunTotals totals, int ignored)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title("What was found").AddColumns("", "number", "of which");
        table.Columns[1].RightAligned();
        Row(table, "articles", totals.Articles, Notes(totals, ignored));
        Row(table, "entities", totals.Entities.Values.Sum(), ByType(totals.Entities));
        Row(table, "relations", totals.Relations.Values.Sum(), ByType(totals.Relations));
        Row(table, "events", totals.Events.Values.Sum(), ByType(totals.Events));
        Row(table, "failures", totals.Failures, totals.Failures == 0 ? "" : "see failures.jsonl");
        return table;
    }

    private static Table Funding(RunTotals totals)
    {
        int all = totals.Events[EventType.Funding];
        Table table = new Table().Border(TableBorder.Rounded).Title("Funding").AddColumns("company", "round", "amount", "investors", "date", "status");
        table.Columns[2].RightAligned().NoWrap();
        table.Columns[4].NoWrap();
        foreach (FundingEvent funding in totals.Funding)
        {
            table.AddRow(
                Markup.Escape(funding.Companies), Markup.Escape(funding.Event.Round ?? funding.Event.Kind ?? ""), Markup.Escape(Amounts.Money(funding.Event.Amount)),
                Markup.Escape(funding.Investors), Markup.Escape(funding.Event.Date ?? ""), ContractName.Of(funding.Event.Status));
        }
        if (all > totals.Funding.Count)
            table.Caption($"{Amounts.Count(all - totals.Funding.Count)} more in the database's view funding");
        return table;
    }

    private static string Notes(RunTotals totals, int ignored)
    {
        var notes = new List<string>();
        if (totals.Repeated > 0)
            notes.Add($"{Amounts.Count(totals.Repeated)} came twice, written once");
        if (totals.Renamed > 0)
            notes.Add($"{Amounts.Count(totals.Renamed)} with the id of another text, written as ID~2 …");
        if (ignored > 0)
            notes.Add($"{Amounts.Count(ignored, "file")} of other kinds ignored");
        return string.Join("; ", notes);
    }

    private static string ByType<T>(IReadOnlyDictionary<T, int> counts)
        where T : struct, Enum =>
        string.Join(", ", counts.OrderByDescending(pair => pair.Value).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value:N0} {ContractName.Of(pair.Key)}")));

    private static void Row(Table table, string name, int number, string notes) => table.AddRow(name, Amounts.Count(number), Markup.Escape(notes));
}
