namespace Extraction.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for is done.</summary>
    public const int Done = 0;

    /// <summary>The command line was wrong, or the command could not be carried out at all.</summary>
    public const int Usage = 1;

    /// <summary>Done, but some inputs failed; they are listed in failures.jsonl.</summary>
    public const int SomeFailed = 2;

    /// <summary>Stopped by the user (128 + SIGINT, as shells count).</summary>
    public const int Interrupted = 130;
}
