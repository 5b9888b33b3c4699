using Extraction.Records;
using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>Writes and finds runs and their failures.</summary>
internal sealed class RunTable(SqliteConnection connection) : IDisposable
{
    private const string Columns =
        "run_key, output, fingerprint, inputs, state, facts_bytes, failures_bytes, next_input, next_item, repeated, renamed";

    private static readonly Dictionary<string, RunState> StateByName = Enum.GetValues<RunState>().ToDictionary(ContractName.Of, StringComparer.Ordinal);

    private readonly KeySequence _keys = new(connection, "runs", "run_key");

    private readonly Statement _findLast = new(connection, $"SELECT {Columns} FROM runs WHERE output = $0 ORDER BY run_key DESC LIMIT 1", 1);

    private readonly Statement _abandon = new(connection, "UPDATE runs SET state = 'abandoned' WHERE output = $0 AND state IN ('running', 'written')", 1);

    private readonly Statement _insert = Statement.Insert(connection, "runs", [.. Columns.Split(", "), "started"]);

    private readonly Statement _setProgress = new(
        connection,
        "UPDATE runs SET facts_bytes = $1, failures_bytes = $2, next_input = $3, next_item = $4, repeated = $5, renamed = $6 WHERE run_key = $0",
        7);

    private readonly Statement _setState = new(connection, "UPDATE runs SET state = $1, finished = $2 WHERE run_key = $0", 3);

    private readonly Statement _countFailures = new(connection, "SELECT coalesce(max(position), 0) FROM failures WHERE run_key = $0", 1);

    private readonly Statement _insertFailure = Statement.Insert(connection, "failures", "run_key", "position", "source", "stage", "reason");

    public StoredRun? FindLast(string output)
    {
        using SqliteDataReader reader = _findLast.Query(output);
        if (!reader.Read())
            return null;
        var settings = new RunSettings(reader.GetString(1), reader.GetString(2), reader.GetString(3));
        var progress = new RunProgress
        {
            FactsBytes = reader.GetInt64(5),
            FailuresBytes = reader.GetInt64(6),
            NextInput = reader.GetInt32(7),
            NextItem = reader.GetInt32(8),
            Repeated = reader.GetInt32(9),
            Renamed = reader.GetInt32(10),
        };
        return new StoredRun(reader.GetInt64(0), settings, StateByName[reader.GetString(4)], progress);
    }

    public StoredRun Insert(RunSettings settings, string started)
    {
        _abandon.Execute(settings.Output);
        _keys.Restart();
        long key = _keys.Next();
        _insert.Execute(key, settings.Output, settings.Fingerprint, settings.Inputs, ContractName.Of(RunState.Running), 0, 0, 0, 0, 0, 0, started);
        return new StoredRun(key, settings, RunState.Running, default);
    }

    public void SetProgress(long key, RunProgress progress) =>
        _setProgress.Execute(key, progress.FactsBytes, progress.FailuresBytes, progress.NextInput, progress.NextItem, progress.Repeated, progress.Renamed);

    public void SetState(long key, RunState state, string finished) => _setState.Execute(key, ContractName.Of(state), finished);

    public void AddFailures(long key, IReadOnlyList<DocumentFailure> failures)
    {
        if (failures.Count == 0)
            return;
        long position;
        using (SqliteDataReader reader = _countFailures.Query(key))
        {
            reader.Read();
            position = reader.GetInt64(0);
        }
        foreach (DocumentFailure failure in failures)
            _insertFailure.Execute(key, ++position, failure.Source, failure.Stage, failure.Reason);
    }

    public void Dispose()
    {
        _keys.Dispose();
        foreach (Statement statement in (ReadOnlySpan<Statement>)[_findLast, _abandon, _insert, _setProgress, _setState, _countFailures, _insertFailure])
            statement.Dispose();
    }
}
