using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Extraction.Stores.Tests;

/// <summary>Looks into a database the way a user's tool does.</summary>
internal static class Database
{
    private static readonly string[] FactTables =
        ["articles", "entities", "mentions", "relations", "relation_evidence", "events", "event_roles", "event_evidence"];

    /// <summary>The rows of a query, cells joined by tabs.</summary>
    public static List<string> Rows(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(column => Cell(reader, column))));
        return rows;
    }

    public static string Cell(string path, string sql) => Assert.ContainsSingle(Rows(path, sql));

    /// <summary>Every row of every table that holds facts.</summary>
    public static string Facts(string path)
    {
        var text = new StringBuilder();
        foreach (string table in FactTables)
            text.AppendLine(table).AppendJoin('\n', Rows(path, $"SELECT * FROM {table} ORDER BY 1, 2, 3")).AppendLine();
        return text.ToString();
    }

    private static string Cell(SqliteDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => "-",
        byte[] bytes => Convert.ToHexString(bytes),
        object value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
