using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.Json;
using Extraction.Cli.Commands;
using Extraction.Stores;
using Spectre.Console;

namespace Extraction.Cli;

/// <summary>The command <c>cgt</c>: finds the verb, runs it, and turns what it ends with into words and an exit code.</summary>
internal static class CommandLine
{
    private const string Notes =
        """
        Examples:
          cgt extract samples            facts of every article below samples/, to out/
          cgt show article.html          one article with its facts marked
          cgt extract --help             more on a command
        """;

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out.Profile.Out.Writer,
            Error = terminal.Error.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            ParseResult parsed = CreateRoot(terminal).Parse(arguments);
            if (parsed.Action is ParseErrorAction && arguments.Length > 0)
                return Report(terminal, Describe(parsed));
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception exception) when (exception is CommandException or StoreException or IOException or UnauthorizedAccessException)
        {
            return Report(terminal, exception.Message);
        }
        catch (JsonException exception)
        {
            return Report(terminal, $"A file of records is not as it should be: {exception.Message}");
        }
    }

    private static RootCommand CreateRoot(Terminal terminal)
    {
        var root = new RootCommand("Turns news articles and press releases on cell and gene therapy into structured facts with their evidence.")
        {
            ExtractCommand.Create(terminal, TimeProvider.System),
            CleanCommand.Create(terminal, TimeProvider.System),
            ShowCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            SeedsCommand.Create(terminal),
            TrainCommand.Create(terminal),
        };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
                option.Action = new HelpWithNotes(help, Notes);
        }
        return root;
    }

    private static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        // A mistyped verb also lacks the verb: the mistyping is what there is to say.
        IEnumerable<string> faults = parsed.UnmatchedTokens is [string unknown, ..] ? [$"There is no command or option {unknown}."] : parsed.Errors.Select(error => error.Message);
        return $"{string.Join(' ', faults)} See {Path(command)} --help.";
    }

    private static string Path(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "cgt";

    private static int Report(Terminal terminal, string message)
    {
        terminal.Say("cgt: " + message);
        return ExitCode.Usage;
    }

    /// <summary>The usual help, then the command's examples.</summary>
    private sealed class HelpWithNotes(HelpAction help, string rootNotes) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int result = help.Invoke(parseResult);
            string notes = parseResult.CommandResult.Command is ExampleCommand command ? command.Notes : rootNotes;
            parseResult.InvocationConfiguration.Output.WriteLine(notes);
            return result;
        }
    }
}
