using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>Brings a database to the newest schema, one numbered step after the other.</summary>
/// <remarks>A step that has shipped never changes: a new one follows it. Each runs in a transaction of its own together with its entry.</remarks>
internal static class Migrations
{
    private static readonly string[] Steps = ["001_facts", "002_views"];

    /// <exception cref="StoreException">The database was made by a newer version of the program.</exception>
    public static void Apply(SqliteConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        long present = connection.QueryNumber("SELECT coalesce(max(version), 0) FROM migrations");
        if (present > Steps.Length)
            throw new StoreException($"{connection.DataSource} has schema version {present}, this program knows {Steps.Length}: use the newer program, or another --db.");
        for (int version = (int)present + 1; version <= Steps.Length; version++)
        {
            using var transaction = new WriteTransaction(connection);
            connection.Execute(Read(Steps[version - 1]));
            connection.Execute($"INSERT INTO migrations (version, name) VALUES ({version}, '{Steps[version - 1]}')");
            transaction.Commit();
        }
    }

    private static string Read(string step)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"migrations/{step}.sql")
            ?? throw new InvalidOperationException($"The program was built without the migration {step}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
