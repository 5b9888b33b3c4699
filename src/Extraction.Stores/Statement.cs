using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>A prepared statement that is executed many times with other values.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares <paramref name="sql"/>, whose parameters are named <c>$0</c>, <c>$1</c> … in the order of the values to come.</summary>
    public Statement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (int index = 0; index < parameters; index++)
            _command.Parameters.Add(new SqliteParameter($"${index}", null));
    }

    /// <summary>An insert of one row into <paramref name="table"/>.</summary>
    public static Statement Insert(SqliteConnection connection, string table, params string[] columns) =>
        new(connection, InsertText(table, columns), columns.Length);

    public void Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        _command.ExecuteNonQuery();
    }

    public SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private static string InsertText(string table, string[] columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"${index}"))})";

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int index = 0; index < values.Length; index++)
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
    }
}
