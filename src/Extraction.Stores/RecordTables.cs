using System.Security.Cryptography;
using Extraction.Records;
using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>Writes articles with their facts inside a transaction of the caller's.</summary>
internal sealed class RecordTables : IDisposable
{
    private readonly FactTables _facts;
    private readonly Statement _find;
    private readonly Statement _insert;
    private readonly Statement _update;
    private readonly KeySequence _keys;

    public RecordTables(SqliteConnection connection)
    {
        _facts = new FactTables(connection);
        _keys = new KeySequence(connection, "articles", "article_key");
        _find = new Statement(connection, "SELECT article_key, digest FROM articles WHERE id = $0", 1);
        _insert = Statement.Insert(connection, "articles",
            "article_key", "id", "source", "url", "title", "site", "author", "published", "language", "text", "digest");
        _update = new Statement(connection,
            """
            UPDATE articles SET id = $1, source = $2, url = $3, title = $4, site = $5, author = $6, published = $7, language = $8, text = $9, digest = $10
            WHERE article_key = $0
            """,
            11);
    }

    /// <summary>Call at the start of each transaction: another program may have written since the last one.</summary>
    public void Begin()
    {
        _keys.Restart();
        _facts.Begin();
    }

    /// <summary>Writes the article. One that is there in the very same form stays as it is; one that changed gets its facts anew.</summary>
    public void Write(StoredArticle article)
    {
        byte[] digest = SHA256.HashData(article.Json.Span);
        (long Key, byte[] Digest)? present = Find(article.Record.Article.Id);
        if (present is { } row && row.Digest.AsSpan().SequenceEqual(digest))
            return;
        long key = present?.Key ?? _keys.Next();
        if (present is not null)
            _facts.Delete(key);
        ArticlePart part = article.Record.Article;
        (present is null ? _insert : _update).Execute(
            key, part.Id, part.Source, part.Url, part.Title, part.Site, part.Author, part.Published, part.Language, part.Text, digest);
        _facts.Write(key, article.Record);
    }

    public void Dispose()
    {
        _facts.Dispose();
        _find.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _keys.Dispose();
    }

    private (long Key, byte[] Digest)? Find(string id)
    {
        using SqliteDataReader reader = _find.Query(id);
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }
}
