using System.CommandLine;
using Extraction.Cli.Inputs;
using Extraction.Cli.Views;
using Extraction.Records;
using Extraction.Training.Evaluation;

namespace Extraction.Cli.Commands;

/// <summary><c>cgt evaluate</c>: how good the records are.</summary>
internal static class EvaluateCommand
{
    private const string Help =
        """
        Examples:
          cgt evaluate --gold dev.jsonl out/facts.jsonl                     precision, recall and F1 of every type
          cgt evaluate --gold dev.jsonl out/facts.jsonl --errors product    and every miss and false find of a type

        Records are paired by article id, else by the file name of their source. An entity is right when type and one name agree, a
        mention when type and span agree (only where both records have the same text), a relation when type and both entities agree,
        an event when type and one key slot agree; slots are the fillers and values of events. --errors takes entities, relations,
        events, or one type of them.
        """;

    public static Command Create(Terminal terminal)
    {
        var gold = new Option<FileInfo>("--gold") { HelpName = "FILE", Description = "Annotated or reviewed records, one a line.", Required = true };
        gold.AcceptExistingOnly();
        var records = new Argument<FileInfo>("RECORDS") { Description = "The records to measure, one a line." };
        records.AcceptExistingOnly();
        var errors = new Option<string?>("--errors") { HelpName = "TYPE", Description = "List misses and false finds of a layer or type." };
        var command = new ExampleCommand("evaluate", "Compare records with gold ones.", Help) { gold, records, errors };
        command.SetAction(arguments =>
            Run(terminal, arguments.GetRequiredValue(gold).ToString(), arguments.GetRequiredValue(records).ToString(), arguments.GetValue(errors)));
        return command;
    }

    private static int Run(Terminal terminal, string goldPath, string recordsPath, string? errors)
    {
        List<ArticleRecord> gold = RecordFile.Read(goldPath), found = RecordFile.Read(recordsPath);
        TextWriter output = terminal.Out.Profile.Out.Writer;
        RecordScores scores = RecordScorer.Score(gold, found, difference =>
        {
            if (errors is not null && (difference.Layer == errors || difference.Type == errors))
                output.WriteLine($"{difference.Article}\t{difference.Verdict.ToString().ToUpperInvariant()}\t{difference.Type}\t{difference.Description}");
        });
        ScoresView.Write(terminal.Out, scores);
        return ExitCode.Done;
    }
}
