using Extraction.Records;

namespace Extraction.Stores;

/// <summary>A record with its JSON, which tells whether the database holds the very same record already.</summary>
/// <param name="Record">One article and its facts; every id that it refers to is one of its own.</param>
/// <param name="Json">The record as <see cref="RecordsJson.Write"/> writes it.</param>
public sealed record StoredArticle(ArticleRecord Record, ReadOnlyMemory<byte> Json);
