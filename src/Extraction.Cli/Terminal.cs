using System.Text;
using Spectre.Console;

namespace Extraction.Cli;

/// <summary>Where a command reads from and writes to.</summary>
/// <param name="Out">Results, for people or for the next program.</param>
/// <param name="Error">Progress and messages.</param>
/// <param name="In">What the command is piped.</param>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Error, Stream In)
{
    // Wide enough for the tables; a file or a pipe has no width of its own.
    private const int PlainWidth = 160;

    /// <summary>The terminal that the program was started in; <c>NO_COLOR</c> and redirection make it plain.</summary>
    public static Terminal OfProcess()
    {
        // Names come in every script; Windows would print them in the code page of the country.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(Open(Console.Out, Console.IsOutputRedirected), Open(Console.Error, Console.IsErrorRedirected), Console.OpenStandardInput());
    }

    /// <summary>A terminal without colours and cursor movements that writes to <paramref name="output"/> and <paramref name="error"/>.</summary>
    public static Terminal Plain(TextWriter output, TextWriter error, Stream input) => new(Open(output, isPlain: true), Open(error, isPlain: true), input);

    /// <summary>Whether a person watches the messages.</summary>
    public bool IsWatched => Error.Profile.Capabilities.Interactive;

    /// <summary>Writes a line of a result; it is not broken, however long.</summary>
    public void Print(string line) => Out.Profile.Out.Writer.WriteLine(line);

    /// <summary>Writes a message for the person at the terminal.</summary>
    public void Say(string line) => Error.Profile.Out.Writer.WriteLine(line);

    private static IAnsiConsole Open(TextWriter writer, bool isPlain)
    {
        if (!isPlain)
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = PlainWidth;
        return console;
    }
}
