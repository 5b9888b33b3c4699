using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extraction.Records;
using Microsoft.Data.Sqlite;

namespace Extraction.Stores;

/// <summary>Writes the entities, relations and events of an article inside a transaction of the caller's.</summary>
internal sealed class FactTables : IDisposable
{
    private static readonly JsonWriterOptions ReadableText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly KeySequence _entityKeys;
    private readonly KeySequence _relationKeys;
    private readonly KeySequence _eventKeys;
    private readonly RowInsert _entity;
    private readonly RowInsert _mention;
    private readonly RowInsert _relation;
    private readonly RowInsert _relationEvidence;
    private readonly RowInsert _event;
    private readonly RowInsert _role;
    private readonly RowInsert _eventEvidence;
    private readonly Statement[] _deletes;
    private readonly Dictionary<string, long> _keyByLocalId = new(StringComparer.Ordinal);

    public FactTables(SqliteConnection connection)
    {
        _entityKeys = new KeySequence(connection, "entities", "entity_key");
        _relationKeys = new KeySequence(connection, "relations", "relation_key");
        _eventKeys = new KeySequence(connection, "events", "event_key");
        _entity = RowInsert.Into(connection, "entities", "entity_key", "article_key", "local_id", "type", "name", "ids", "attributes", "confidence");
        _mention = RowInsert.IntoUnlessThere(connection, "mentions", "entity_key", "span_start", "span_end", "text");
        _relation = RowInsert.Into(connection, "relations", "relation_key", "article_key", "local_id", "type", "from_key", "to_key", "title", "confidence");
        _relationEvidence = RowInsert.IntoUnlessThere(connection, "relation_evidence", "relation_key", "span_start", "span_end");
        _event = RowInsert.Into(connection, "events",
            "event_key", "article_key", "local_id", "type", "status", "date", "kind", "round", "action", "filing", "designation", "phase", "participants", "count",
            "amount_value", "amount_high", "amount_currency", "amount_qualifier", "upfront_value", "upfront_high", "upfront_currency", "upfront_qualifier",
            "territory", "measure", "value", "unit", "period", "confidence");
        _role = RowInsert.Into(connection, "event_roles", "event_key", "role", "position", "entity_key");
        _eventEvidence = RowInsert.IntoUnlessThere(connection, "event_evidence", "event_key", "span_start", "span_end");
        _deletes =
        [
            new Statement(connection, "DELETE FROM events WHERE article_key = $0", 1),
            new Statement(connection, "DELETE FROM relations WHERE article_key = $0", 1),
            new Statement(connection, "DELETE FROM entities WHERE article_key = $0", 1),
        ];
    }

    /// <summary>Call at the start of each transaction.</summary>
    public void Begin()
    {
        _entityKeys.Restart();
        _relationKeys.Restart();
        _eventKeys.Restart();
    }

    /// <summary>Removes every fact of the article.</summary>
    public void Delete(long articleKey)
    {
        foreach (Statement delete in _deletes)
            delete.Execute(articleKey);
    }

    /// <summary>Writes every fact of the record.</summary>
    public void Write(long articleKey, ArticleRecord record)
    {
        _keyByLocalId.Clear();
        foreach (EntityRecord entity in record.Entities)
            Write(articleKey, entity);
        foreach (RelationRecord relation in record.Relations)
            Write(articleKey, relation);
        foreach (EventRecord item in record.Events)
            Write(articleKey, item);
    }

    public void Dispose()
    {
        foreach (KeySequence sequence in (ReadOnlySpan<KeySequence>)[_entityKeys, _relationKeys, _eventKeys])
            sequence.Dispose();
        foreach (RowInsert insert in (ReadOnlySpan<RowInsert>)[_entity, _mention, _relation, _relationEvidence, _event, _role, _eventEvidence])
            insert.Dispose();
        foreach (Statement delete in _deletes)
            delete.Dispose();
    }

    private void Write(long articleKey, EntityRecord entity)
    {
        long key = _entityKeys.Next();
        _keyByLocalId.Add(entity.Id, key);
        _entity.Execute(
            key, articleKey, entity.Id, ContractName.Of(entity.Type), entity.Name, Json(entity.Ids), Json(entity.Attributes), entity.Confidence);
        foreach (MentionRecord mention in entity.Mentions)
            _mention.Execute(key, mention.Start, mention.End, mention.Text);
    }

    private void Write(long articleKey, RelationRecord relation)
    {
        long key = _relationKeys.Next();
        _relation.Execute(
            key, articleKey, relation.Id, ContractName.Of(relation.Type), _keyByLocalId[relation.From], _keyByLocalId[relation.To], relation.Title,
            relation.Confidence);
        foreach (SpanRecord span in relation.Evidence)
            _relationEvidence.Execute(key, span.Start, span.End);
    }

    private void Write(long articleKey, EventRecord item)
    {
        long key = _eventKeys.Next();
        _event.Execute(
            key, articleKey, item.Id, ContractName.Of(item.Type), ContractName.Of(item.Status), item.Date, item.Kind, item.Round, item.Action, item.Filing,
            item.Designation, item.Phase, item.Participants, item.Count,
            Number(item.Amount?.Value), Number(item.Amount?.High), item.Amount?.Currency, Qualifier(item.Amount),
            Number(item.Upfront?.Value), Number(item.Upfront?.High), item.Upfront?.Currency, Qualifier(item.Upfront),
            item.Territory, item.Measure, Number(item.Value), item.Unit, item.Period, item.Confidence);
        foreach ((Role role, IReadOnlyList<string> fillers) in item.Roles)
        {
            for (int position = 0; position < fillers.Count; position++)
                _role.Execute(key, ContractName.Of(role), position, _keyByLocalId[fillers[position]]);
        }
        foreach (SpanRecord span in item.Evidence)
            _eventEvidence.Execute(key, span.Start, span.End);
    }

    // SQLite has no decimals; the driver would store them as text. Amounts are far below 2^53, so whole ones stay exact.
    private static double? Number(decimal? value) => value is { } number ? (double)number : null;

    private static string? Qualifier(MoneyRecord? money) => money is null ? null : ContractName.Of(money.Qualifier);

    private static string Json(IReadOnlyDictionary<string, string> pairs)
    {
        if (pairs.Count == 0)
            return "{}";
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ReadableText))
        {
            writer.WriteStartObject();
            foreach ((string name, string value) in pairs)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
