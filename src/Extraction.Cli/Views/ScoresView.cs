using System.Globalization;
using Extraction.Training.Evaluation;
using Spectre.Console;

namespace Extraction.Cli.Views;

/// <summary>Scores as a table of types.</summary>
internal static class ScoresView
{
    public static void Write(IAnsiConsole console, RecordScores scores)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("", "precision", "recall", "F1", "gold", "found");
        foreach (TableColumn column in table.Columns.Skip(1))
            column.RightAligned();
        foreach ((string layer, IReadOnlyDictionary<string, Tally> tallies) in Layers(scores))
        {
            table.AddRow(layer);
            foreach ((string type, Tally tally) in tallies)
                AddRow(table, "  " + type, tally);
            AddRow(table, "  all", RecordScores.All(tallies));
        }
        console.Write(table);
        string missing = scores.Missing.Count == 0 ? "" : $" ({Amounts.Count(scores.Missing.Count)} without a record)";
        console.WriteLine($"{Amounts.Count(scores.Articles, "article")}{missing}; bad spans {Amounts.Count(scores.BadSpans)}");
        if (scores.CalibrationError is { } error && scores.HighConfidencePrecision is { } precision)
            console.WriteLine($"calibration error {Figure(error)}; precision at a confidence of 0.9 or more {Figure(precision)}");
        console.WriteLine($"headline {scores.Headline.ToString("0.0000", CultureInfo.InvariantCulture)}");
    }

    private static IEnumerable<(string Layer, IReadOnlyDictionary<string, Tally> Tallies)> Layers(RecordScores scores) =>
    [
        ("entities", scores.Entities), ("mentions", scores.Mentions), ("relations", scores.Relations), ("events", scores.Events), ("slots", scores.Slots),
    ];

    private static void AddRow(Table table, string name, Tally tally) =>
        table.AddRow(name, Figure(tally.Precision), Figure(tally.Recall), Figure(tally.F1), Amounts.Count(tally.Gold), Amounts.Count(tally.Found));

    private static string Figure(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
