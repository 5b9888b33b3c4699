using System.CommandLine;
using System.Globalization;
using Extraction.Cli.Inputs;
using Extraction.Cli.Runs;
using Extraction.Cli.Views;
using Extraction.Pages;
using Extraction.Stores;

namespace Extraction.Cli.Commands;

/// <summary><c>cgt extract</c>: the main job.</summary>
internal sealed class ExtractCommand(Terminal terminal, TimeProvider clock)
{
    private const string Help =
        $"""
        Examples:
          cgt extract samples                          everything below samples/, to out/
          cgt extract news/*.html.gz -o facts          the pages that match, to facts/
          cgt extract 'news/**/2026-*.html' --resume   go on where a run was stopped
          cgt extract crawl.jsonl --db all.db          one article a line: text or html, url, title, date, id

        Output, in DIR:
          facts.jsonl      one article record a line, in the order of the input, the same bytes on every run
          failures.jsonl   one input a line that gave no article: source, stage, reason
          facts.db         the same in SQLite; also the views funding, funding_by_company and product_pipeline

        {SharedSymbols.FormsHelp}

        An article that comes twice (same id, same text) is written once. Another text with an id that is taken is
        written as ID~2. A run may be stopped or killed at any time: results get their final names when all is done,
        and --resume goes on from the last committed article.

        Exit code: 0 all done, 1 wrong usage, 2 some inputs failed, 130 stopped by Ctrl+C.
        """;

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string?> database = new("--db") { HelpName = "FILE", Description = "The SQLite database [default: DIR/facts.db]. It keeps what earlier runs stored." };
        Option<int> jobs = new("--jobs", "-j")
        {
            HelpName = "N",
            Description = "How many articles to work on at once; the output does not depend on it.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--jobs must be 1 or more.");
        });
        Option<bool> resume = new("--resume")
        {
            Description = "Continue an interrupted run to the same folder: nothing is done or written twice. Does nothing if the run is complete.",
        };
        Argument<string[]> inputs = SharedSymbols.Inputs();
        Option<string> output = SharedSymbols.Output();
        var command = new ExampleCommand("extract", "Read articles and write their facts as JSON and into a database.", Help) { inputs, output, database, jobs, resume };
        command.SetAction((arguments, cancellation) =>
        {
            string folder = arguments.GetRequiredValue(output);
            var settings = new OutputSettings(folder, arguments.GetValue(database) ?? Path.Combine(folder, "facts.db"), arguments.GetValue(resume));
            return new ExtractCommand(terminal, clock).RunAsync(arguments.GetRequiredValue(inputs), settings, arguments.GetValue(jobs), cancellation);
        });
        return command;
    }

    private async Task<int> RunAsync(string[] paths, OutputSettings settings, int jobs, CancellationToken cancellation)
    {
        // Models take some tenths of a second to load: beside the folders and the database they cost nobody any time.
        Task<ArticleExtractor> extractor = Task.Run(() => new ArticleExtractor(new Cleaner(), Pipeline.CreateDefault()), cancellation);
        FoundInputs found = InputFinder.Find(paths, settings.Folder);
        using var folder = FolderLock.Take(settings.Folder);
        using var store = SqliteStore.Open(settings.Database);
        var runSettings = new RunSettings(Path.GetFullPath(settings.Folder), Fingerprint.OfProgram(), Fingerprint.OfInputs(found));
        StoredRun run = RunJournal.Open(store, settings, runSettings, clock.GetUtcNow());
        if (run.State == RunState.Done)
        {
            terminal.Say($"The run to {settings.Folder} is complete; there is nothing to resume.");
            return run.Progress.FailuresBytes > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        }
        using var output = new ExtractOutput(store, run, settings, clock);
        if (output.Totals.Articles > 0)
            terminal.Say($"Resuming after {Amounts.Count(output.Totals.Articles, "article")}.");
        if (await ExtractAsync(found, output, new ParallelLine<ExtractedArticle>((await extractor).Extract, jobs), cancellation) is not { } speed)
        {
            terminal.Say($"Stopped after {Amounts.Count(output.Totals.Articles, "article")}. Run the same command with --resume to go on.");
            return ExitCode.Interrupted;
        }
        SummaryView.Write(terminal.Out, output.Totals, found.Ignored, speed);
        WritePlaces(settings, output.Totals);
        return output.Totals.Failures > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    /// <returns>How fast it went, in words; null when the user stopped the run.</returns>
    private async Task<string?> ExtractAsync(FoundInputs found, ExtractOutput output, ParallelLine<ExtractedArticle> line, CancellationToken cancellation)
    {
        long startBytes = found.Inputs.Take(output.Start.Input).Sum(input => input.Bytes);
        var pace = new RunPace(clock, startBytes, found.Bytes);
        var before = (output.Totals.Articles, output.Totals.Failures, output.Totals.TextBytes);
        ProgressFigures figures = default;
        try
        {
            await ProgressView.RunAsync(terminal, clock, pace, async view =>
            {
                var pages = new PageStream(new InputReader(), found.Inputs);
                await foreach (LineResult<ExtractedArticle> result in line.RunAsync(pages.From(output.Start), cancellation))
                {
                    output.Add(result);
                    figures = new ProgressFigures(output.Totals.Articles - before.Articles, output.Totals.Failures - before.Failures, result.Next.Bytes);
                    view.Show(figures);
                }
                output.Publish();
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Commit();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StoreException)
        {
            throw new CommandException($"{exception.Message} What is done is kept: run the same command with --resume once this is mended.");
        }
        return DescribeSpeed(pace, figures, output.Totals.TextBytes - before.TextBytes);
    }

    private static string DescribeSpeed(RunPace pace, ProgressFigures figures, long textBytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pace.ArticlesPerSecond(figures):N0} articles/s, {textBytes / 1e6 / pace.Elapsed.TotalSeconds:F1} MB/s of text, {pace.Elapsed.TotalSeconds:F1} s in all");

    private void WritePlaces(OutputSettings settings, RunTotals totals)
    {
        terminal.Print($"Facts: {settings.FactsPath} and {settings.Database}");
        if (totals.Failures > 0)
            terminal.Print($"{Amounts.Count(totals.Failures, "input")} failed: {settings.FailuresPath} says why.");
    }
}
