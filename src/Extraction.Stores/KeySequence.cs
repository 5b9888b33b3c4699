using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>Gives out the keys of a table in order, so that child rows know their parent's key without asking the database.</summary>
internal sealed class KeySequence(SqliteConnection connection, string table, string column) : IDisposable
{
    private readonly Statement _last = new(connection, $"SELECT coalesce(max({column}), 0) FROM {table}", 0);
    private long _used;

    /// <summary>Reads the last key in use; nobody else can take one before the transaction ends.</summary>
    public void Restart()
    {
        using SqliteDataReader reader = _last.Query();
        reader.Read();
        _used = reader.GetInt64(0);
    }

    public long Next() => ++_used;

    public void Dispose() => _last.Dispose();
}
