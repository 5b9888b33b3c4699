using System.Text;
using Extraction.Records;

namespace Extraction.Cli.Runs;

/// <summary>Counts what a run wrote, over interruptions too.</summary>
internal sealed class RunTotals
{
    // A summary is read by people; the whole list is in the database.
    private const int MaxFundingEvents = 50;

    private readonly SortedDictionary<EntityType, int> _entities = [];
    private readonly SortedDictionary<RelationType, int> _relations = [];
    private readonly SortedDictionary<EventType, int> _events = [];
    private readonly List<FundingEvent> _funding = [];

    public int Articles { get; private set; }

    public int Failures { get; private set; }

    /// <summary>Articles that came again with the same id and text.</summary>
    public int Repeated { get; set; }

    /// <summary>Articles whose id was taken by another text.</summary>
    public int Renamed { get; set; }

    /// <summary>The cleaned text in bytes of UTF-8.</summary>
    public long TextBytes { get; private set; }

    public IReadOnlyDictionary<EntityType, int> Entities => _entities;

    public IReadOnlyDictionary<RelationType, int> Relations => _relations;

    public IReadOnlyDictionary<EventType, int> Events => _events;

    /// <summary>The first funding events, in the order of the output.</summary>
    public IReadOnlyList<FundingEvent> Funding => _funding;

    public void Add(ArticleRecord record)
    {
        Articles++;
        TextBytes += Encoding.UTF8.GetByteCount(record.Article.Text);
        foreach (EntityRecord entity in record.Entities)
            _entities[entity.Type] = _entities.GetValueOrDefault(entity.Type) + 1;
        foreach (RelationRecord relation in record.Relations)
            _relations[relation.Type] = _relations.GetValueOrDefault(relation.Type) + 1;
        foreach (EventRecord item in record.Events)
        {
            _events[item.Type] = _events.GetValueOrDefault(item.Type) + 1;
            if (item.Type == EventType.Funding && _funding.Count < MaxFundingEvents)
                _funding.Add(FundingEvent.Of(item, record));
        }
    }

    public void AddFailure() => Failures++;

    /// <summary>Counts what earlier parts of the run wrote; <paramref name="onRecord"/> sees each record too.</summary>
    public void AddWritten(IEnumerable<string> facts, IEnumerable<string> failures, Action<ArticleRecord> onRecord)
    {
        foreach (string line in facts)
        {
            ArticleRecord record = RecordsJson.Read(line);
            Add(record);
            onRecord(record);
        }
        Failures += failures.Count();
    }
}
