using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>Articles and their facts in an SQLite database, together with the runs that put them there.</summary>
/// <remarks>
/// One writer at a time and not thread-safe. Everything is written in batches, each in one transaction: a killed program leaves whole batches or
/// nothing. The database gathers the articles of all runs; an article that comes again unchanged changes nothing, one whose text or facts changed
/// replaces its earlier form. The SQL keeps to what PostgreSQL understands too, except for the views' <c>group_concat</c>.
/// </remarks>
public sealed class SqliteStore : IDisposable
{
    // How long to wait for another program that is just writing to the same database.
    private const int BusySeconds = 30;

    private readonly SqliteConnection _connection;
    private readonly RecordTables _records;
    private readonly RunTable _runs;

    private SqliteStore(SqliteConnection connection)
    {
        _connection = connection;
        _records = new RecordTables(connection);
        _runs = new RunTable(connection);
    }

    /// <summary>Opens the database in <paramref name="path"/>; makes it, or brings it to the newest schema, where needed.</summary>
    /// <exception cref="StoreException">The file is not a database, cannot be opened, or comes from a newer version of the program.</exception>
    public static SqliteStore Open(string path)
    {
        // Without pooling, closing closes: the write-ahead log is folded into the one file that people copy.
        var builder = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true, DefaultTimeout = BusySeconds };
        var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            connection.Open();
            // 64 MB of pages in memory: inserting goes to a dozen tables and indexes in turn.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;");
            Migrations.Apply(connection);
            return new SqliteStore(connection);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new StoreException($"Cannot use {path} as a database: {exception.Message} Give another file with --db, or move this one away.", exception);
        }
        catch (StoreException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The last run that writes to <paramref name="output"/>, or null.</summary>
    public StoredRun? FindRun(string output) => _runs.FindLast(output);

    /// <summary>Enters a new run; unfinished runs to the same output are abandoned.</summary>
    public StoredRun BeginRun(RunSettings settings, DateTimeOffset now)
    {
        using var transaction = new WriteTransaction(_connection);
        StoredRun run = _runs.Insert(settings, Time(now));
        transaction.Commit();
        return run;
    }

    /// <summary>Adds a batch and moves the run on, in one transaction.</summary>
    /// <exception cref="StoreException">The database cannot be written to; nothing of the batch is in it.</exception>
    public void Commit(StoredRun run, StoreBatch batch)
    {
        try
        {
            using var transaction = new WriteTransaction(_connection);
            WriteArticles(batch.Articles);
            _runs.AddFailures(run.Key, batch.Failures);
            _runs.SetProgress(run.Key, batch.Progress);
            transaction.Commit();
        }
        catch (SqliteException exception)
        {
            throw new StoreException($"Cannot write to {_connection.DataSource}: {exception.Message}", exception);
        }
    }

    /// <summary>Adds articles outside of any run, in one transaction.</summary>
    public void Write(IReadOnlyList<StoredArticle> articles)
    {
        using var transaction = new WriteTransaction(_connection);
        WriteArticles(articles);
        transaction.Commit();
    }

    /// <summary>Notes how far the run has come.</summary>
    public void SetState(StoredRun run, RunState state, DateTimeOffset now) => _runs.SetState(run.Key, state, Time(now));

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Dispose();
        _runs.Dispose();
        _connection.Dispose();
    }

    private void WriteArticles(IReadOnlyList<StoredArticle> articles)
    {
        _records.Begin();
        foreach (StoredArticle article in articles)
            _records.Write(article);
    }

    private static string Time(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
