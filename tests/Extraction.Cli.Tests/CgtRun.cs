using System.Text;

namespace Extraction.Cli.Tests;

/// <summary>What a command line ended with.</summary>
internal sealed record CgtRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs <c>cgt</c> inside the test's process.</summary>
    public static Task<CgtRun> Of(params string[] arguments) => WithInput("", arguments);

    /// <summary>Runs <c>cgt</c> with <paramref name="input"/> piped in.</summary>
    public static async Task<CgtRun> WithInput(string input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var piped = new MemoryStream(Encoding.UTF8.GetBytes(input));
        int exitCode = await CommandLine.RunAsync(arguments, Terminal.Plain(output, error, piped));
        return new CgtRun(exitCode, output.ToString(), error.ToString());
    }
}
