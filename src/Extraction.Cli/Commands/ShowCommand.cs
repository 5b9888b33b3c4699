using System.CommandLine;
using Extraction.Cli.Inputs;
using Extraction.Cli.Runs;
using Extraction.Cli.Views;
using Extraction.Pages;

namespace Extraction.Cli.Commands;

/// <summary><c>cgt show</c>: the quickest way to see what the program understands of an article.</summary>
internal sealed class ShowCommand(Terminal terminal)
{
    private const string FromInput = "-";

    private const string Help =
        $"""
        Examples:
          cgt show article.html           the cleaned text with every name marked, and the facts below
          cgt show news.jsonl | less      every article of the file, without colours in a pipe
          pbpaste | cgt show -            text or HTML that is piped in

        Files that are read: {InputForms.List}.
        Colours tell the types of names apart; without colours (NO_COLOR, pipes) names stand in [brackets|type].

        Exit code: 0 shown, 1 wrong usage, 2 the input could not be read.
        """;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A file with one or more articles, or - for what is piped in." };
        var command = new ExampleCommand("show", "Extract one article and show its text with the facts marked.", Help) { file };
        command.SetAction(arguments => new ShowCommand(terminal).Run(arguments.GetRequiredValue(file)));
        return command;
    }

    private int Run(string path)
    {
        if (path != FromInput && !File.Exists(path))
            throw new CommandException($"There is no file {path}.");
        var extractor = new ArticleExtractor(new Cleaner(), Pipeline.CreateDefault());
        int exitCode = ExitCode.Done;
        foreach (Outcome<Page> page in path == FromInput ? ReadPiped() : new InputReader().ReadFile(path, path))
        {
            Outcome<ExtractedArticle> article = page.Succeeded ? FaultBarrier.Run(page.Value.Source, "extract", () => extractor.Extract(page.Value)) : page.Failure;
            if (article.Succeeded)
            {
                ArticleView.Write(terminal, article.Value.Record);
                continue;
            }
            terminal.Say($"cgt: {article.Failure.Source}: {article.Failure.Reason}");
            exitCode = ExitCode.SomeFailed;
        }
        return exitCode;
    }

    // A pipe has no name to go by: what opens with a tag is HTML.
    private IEnumerable<Outcome<Page>> ReadPiped()
    {
        using var copy = new MemoryStream();
        terminal.In.CopyTo(copy);
        bool isHtml = copy.ToArray().AsSpan().TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8).StartsWith("<"u8);
        copy.Position = 0;
        return [.. new InputReader().Read(copy, isHtml ? "input.html" : "input.txt")];
    }
}
