using Extraction.Stores;

namespace Extraction.Cli.Runs;

/// <summary>Decides, from what the database knows of the output folder, whether a run begins, goes on or is complete already.</summary>
internal static class RunJournal
{
    /// <summary>The run to carry out; its state is <see cref="RunState.Running"/>, or <see cref="RunState.Done"/> when nothing is left to do.</summary>
    /// <exception cref="CommandException">The interrupted run cannot be continued, for its inputs or the program have changed.</exception>
    public static StoredRun Open(SqliteStore store, OutputSettings output, RunSettings settings, DateTimeOffset now)
    {
        if (!output.Resume || store.FindRun(settings.Output) is not { } last)
            return store.BeginRun(settings, now);
        switch (last.State)
        {
            case RunState.Running:
                Demand(last, settings);
                return last;
            case RunState.Written:
                PartialFile.PublishLeftOver(output.FactsPath);
                PartialFile.PublishLeftOver(output.FailuresPath);
                store.SetState(last, RunState.Done, now);
                return Completed(last, output, settings) ?? store.BeginRun(settings, now);
            case RunState.Done:
                return Completed(last, output, settings) ?? store.BeginRun(settings, now);
            default:
                return store.BeginRun(settings, now);
        }
    }

    private static StoredRun? Completed(StoredRun run, OutputSettings output, RunSettings settings) =>
        run.Settings == settings && File.Exists(output.FactsPath) && new FileInfo(output.FactsPath).Length == run.Progress.FactsBytes
            ? run with { State = RunState.Done }
            : null;

    private static void Demand(StoredRun run, RunSettings settings)
    {
        string? changed = run.Settings.Fingerprint != settings.Fingerprint ? "the program or its models have changed"
            : run.Settings.Inputs != settings.Inputs ? "the input files have changed"
            : null;
        if (changed is not null)
            throw new CommandException($"The interrupted run in {run.Settings.Output} cannot be continued: {changed} since. Start again without --resume.");
    }
}
