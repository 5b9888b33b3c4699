using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Extraction.Stores;

/// <summary>Inserts many rows into one table.</summary>
/// <remarks>
/// On SQLite's own interface: loading an article takes a hundred small rows, and the driver's commands look every parameter up by its name and make
/// a reader for every row, which costs more than the rows.
/// </remarks>
internal sealed class RowInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    private RowInsert(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>Inserts rows of the given columns.</summary>
    public static RowInsert Into(SqliteConnection connection, string table, params string[] columns) => new(connection, Text(table, columns));

    /// <summary>Inserts rows of the given columns and passes over those whose key is taken.</summary>
    public static RowInsert IntoUnlessThere(SqliteConnection connection, string table, params string[] columns) =>
        new(connection, Text(table, columns) + " ON CONFLICT DO NOTHING");

    /// <summary>Inserts one row; the values stand in the order of the columns and are null, text, numbers or bytes.</summary>
    public void Execute(params ReadOnlySpan<object?> values)
    {
        for (int index = 0; index < values.Length; index++)
            Bind(index + 1, values[index]);
        int result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, _database);
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(int position, object? value)
    {
        int result = value switch
        {
            null => raw.sqlite3_bind_null(_statement, position),
            string text => raw.sqlite3_bind_text(_statement, position, text),
            long number => raw.sqlite3_bind_int64(_statement, position, number),
            int number => raw.sqlite3_bind_int64(_statement, position, number),
            double number => raw.sqlite3_bind_double(_statement, position, number),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, position, bytes),
            _ => throw new ArgumentException($"A column cannot hold a {value.GetType().Name}.", nameof(value)),
        };
        SqliteException.ThrowExceptionForRC(result, _database);
    }

    private static string Text(string table, string[] columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
}
