using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

internal static class ConnectionExtensions
{
    extension(SqliteConnection connection)
    {
        /// <summary>Runs one or more statements that give no rows.</summary>
        public void Execute(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        /// <summary>The number in the first column of the first row.</summary>
        public long QueryNumber(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            return (long)(command.ExecuteScalar() ?? 0L);
        }
    }
}
