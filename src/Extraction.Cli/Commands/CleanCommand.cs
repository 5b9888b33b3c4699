using System.CommandLine;
using System.Text.Json;
using Extraction.Cli.Inputs;
using Extraction.Cli.Runs;
using Extraction.Cli.Views;
using Extraction.Pages;
using Extraction.Records;

namespace Extraction.Cli.Commands;

/// <summary><c>cgt clean</c>: stops after cleaning.</summary>
internal sealed class CleanCommand(Terminal terminal, TimeProvider clock)
{
    private const string Help =
        $"""
        Examples:
          cgt clean page.html             the article of one page, to out/articles.jsonl
          cgt clean pages -o cleaned      every page below pages/, to cleaned/

        Output, in DIR:
          articles.jsonl   the "article" part of the record, one a line, in the order of the input
          failures.jsonl   one input a line that gave no article: source, stage, reason

        {SharedSymbols.FormsHelp}

        Exit code: 0 all done, 1 wrong usage, 2 some inputs failed, 130 stopped by Ctrl+C.
        """;

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string[]> inputs = SharedSymbols.Inputs();
        Option<string> output = SharedSymbols.Output();
        var command = new ExampleCommand("clean", "Take the articles out of pages and write them without facts.", Help) { inputs, output };
        command.SetAction((arguments, cancellation) =>
            new CleanCommand(terminal, clock).RunAsync(arguments.GetRequiredValue(inputs), arguments.GetRequiredValue(output), cancellation));
        return command;
    }

    private async Task<int> RunAsync(string[] paths, string folder, CancellationToken cancellation)
    {
        FoundInputs found = InputFinder.Find(paths, folder);
        using var folderLock = FolderLock.Take(folder);
        string failuresPath = Path.Combine(folder, "failures.jsonl"), articlesPath = Path.Combine(folder, "articles.jsonl");
        using var articles = PartialFile.Open(articlesPath, keptBytes: 0);
        using var failures = PartialFile.Open(failuresPath, keptBytes: 0);
        ProgressFigures figures;
        try
        {
            figures = await CleanAsync(found, articles, failures, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.Say("Stopped; nothing was written.");
            return ExitCode.Interrupted;
        }
        articles.Publish();
        failures.Publish();
        terminal.Print($"{Amounts.Count(figures.Articles, "article")} cleaned: {articlesPath}");
        if (found.Ignored > 0)
            terminal.Print($"{Amounts.Count(found.Ignored, "file")} of other kinds ignored.");
        if (figures.Failures == 0)
            return ExitCode.Done;
        terminal.Print($"{Amounts.Count(figures.Failures, "input")} failed: {failuresPath} says why.");
        return ExitCode.SomeFailed;
    }

    private async Task<ProgressFigures> CleanAsync(FoundInputs found, PartialFile articles, PartialFile failures, CancellationToken cancellation)
    {
        ProgressFigures figures = default;
        var line = new ParallelLine<Article>(new Cleaner().Clean, Environment.ProcessorCount);
        await ProgressView.RunAsync(terminal, clock, new RunPace(clock, startBytes: 0, found.Bytes), async view =>
        {
            await foreach (LineResult<Article> result in line.RunAsync(new PageStream(new InputReader(), found.Inputs).From(default), cancellation))
            {
                if (result.Outcome.Succeeded)
                    articles.AppendLine(JsonSerializer.SerializeToUtf8Bytes(RecordBuilder.BuildArticle(result.Outcome.Value), RecordsJson.Readable.ArticlePart));
                else
                    failures.AppendLine(JsonSerializer.SerializeToUtf8Bytes(result.Outcome.Failure, RecordsJson.Readable.DocumentFailure));
                figures = new ProgressFigures(
                    figures.Articles + (result.Outcome.Succeeded ? 1 : 0), figures.Failures + (result.Outcome.Succeeded ? 0 : 1), result.Next.Bytes);
                view.Show(figures);
            }
        });
        return figures;
    }
}
