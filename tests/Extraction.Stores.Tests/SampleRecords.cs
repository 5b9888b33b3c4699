using Extraction.Records;

namespace Extraction.Stores.Tests;

/// <summary>Small records that the tests store.</summary>
internal static class SampleRecords
{
    public static StoredArticle Round(string id, decimal amount = 40_000_000)
    {
        const string text = "Alder Bio raises money\nAlder Bio, Ltd. closed a Series B led by Birch Capital with Cedar Fund.";
        return Stored(new ArticleRecord
        {
            Article = new ArticlePart { Id = id, Source = $"news/{id}.txt", Title = "Alder Bio raises money", Published = "2026-01-04", Language = "en", Text = text },
            Entities =
            [
                Entity("E1", EntityType.Company, "Alder Bio, Ltd.", new MentionRecord(0, 9, "Alder Bio"), new MentionRecord(23, 38, "Alder Bio, Ltd.")),
                Entity("E2", EntityType.Investor, "Birch Capital", new MentionRecord(64, 77, "Birch Capital")),
                Entity("E3", EntityType.Investor, "Cedar Fund", new MentionRecord(83, 93, "Cedar Fund")),
            ],
            Events =
            [
                new EventRecord
                {
                    Id = "V1", Type = EventType.Funding, Status = EventStatus.Done, Date = "2026-01-04", Kind = "venture", Round = "Series B",
                    Amount = new MoneyRecord { Value = amount, Currency = "USD", Qualifier = Qualifier.UpTo },
                    Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E1"], [Role.Investor] = ["E2", "E3"], [Role.Lead] = ["E2"] },
                    Evidence = [new SpanRecord(23, 94), new SpanRecord(23, 94)],
                    Confidence = 0.9,
                },
            ],
        });
    }

    public static StoredArticle Product(string id) => Stored(new ArticleRecord
    {
        Article = new ArticlePart { Id = id, Source = $"news/{id}.txt", Text = "Alder Bio's AB-101, a CAR-T against GPRC5D for myeloma, is in Phase 1." },
        Entities =
        [
            Entity("E1", EntityType.Company, "Alder Bio", new MentionRecord(0, 9, "Alder Bio")),
            Entity("E2", EntityType.Product, "AB-101", new MentionRecord(12, 18, "AB-101")),
            Entity("E3", EntityType.Modality, "CAR-T", new MentionRecord(22, 27, "CAR-T")),
            Entity("E4", EntityType.Target, "GPRC5D", new MentionRecord(36, 42, "GPRC5D")),
            Entity("E5", EntityType.Indication, "myeloma", new MentionRecord(47, 54, "myeloma")),
        ],
        Relations =
        [
            Relation("R1", RelationType.Develops, "E1", "E2"), Relation("R2", RelationType.Uses, "E2", "E3"),
            Relation("R3", RelationType.Targets, "E2", "E4"), Relation("R4", RelationType.Treats, "E2", "E5"),
        ],
        Events =
        [
            new EventRecord
            {
                Id = "V1", Type = EventType.Trial, Action = "ongoing", Phase = "1",
                Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Product] = ["E2"] }, Evidence = [new SpanRecord(0, 70)],
            },
        ],
    });

    public static StoredArticle Stored(ArticleRecord record) => new(record, RecordsJson.Write(record));

    private static EntityRecord Entity(string id, EntityType type, string name, params MentionRecord[] mentions) => new()
    {
        Id = id,
        Type = type,
        Name = name,
        Ids = type == EntityType.Target ? new Dictionary<string, string> { ["hgnc"] = name } : new Dictionary<string, string>(),
        Mentions = mentions,
        Confidence = 0.8,
    };

    private static RelationRecord Relation(string id, RelationType type, string from, string to) =>
        new() { Id = id, Type = type, From = from, To = to, Evidence = [new SpanRecord(0, 54)], Confidence = 0.7 };
}
