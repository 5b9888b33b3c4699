using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>A transaction that takes the write lock at its start and is rolled back unless <see cref="Commit"/> is called.</summary>
/// <remarks>
/// Not the driver's own: that one must be set on every command anew, which prepared statements that outlive transactions cannot have.
/// </remarks>
internal struct WriteTransaction : IDisposable
{
    private readonly SqliteConnection _connection;
    private bool _open;

    public WriteTransaction(SqliteConnection connection)
    {
        _connection = connection;
        connection.Execute("BEGIN IMMEDIATE");
        _open = true;
    }

    public void Commit()
    {
        _connection.Execute("COMMIT");
        _open = false;
    }

    public readonly void Dispose()
    {
        if (_open)
            _connection.Execute("ROLLBACK");
    }
}
