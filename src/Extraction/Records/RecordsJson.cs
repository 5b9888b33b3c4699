using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extraction.Records;

/// <summary>Reads and writes records as JSON without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [
        typeof(ContractEnumConverter<EntityType>), typeof(ContractEnumConverter<RelationType>), typeof(ContractEnumConverter<EventType>),
        typeof(ContractEnumConverter<EventStatus>), typeof(ContractEnumConverter<Role>), typeof(ContractEnumConverter<Qualifier>),
        typeof(ContractEnumConverter<SectionKind>)])]
[JsonSerializable(typeof(ArticleRecord))]
[JsonSerializable(typeof(ArticlePart))]
[JsonSerializable(typeof(DocumentFailure))]
public sealed partial class RecordsJson : JsonSerializerContext
{
    /// <summary>The context that records are written with: text in any script stays readable instead of being escaped.</summary>
    public static RecordsJson Readable => LazyReadable.Value;

    // Lazy, because the generated Default is a static of another part of this class and may be initialised later than this one; the generator
    // does not annotate it, hence the "!".
    private static readonly Lazy<RecordsJson> LazyReadable =
        new(() => new RecordsJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    /// <summary>Writes one record as a line of UTF-8 JSON, without the line break.</summary>
    public static byte[] Write(ArticleRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Readable.ArticleRecord);

    /// <summary>Reads one record.</summary>
    /// <exception cref="JsonException">The text is not a record.</exception>
    public static ArticleRecord Read(string json) =>
        JsonSerializer.Deserialize(json, Readable.ArticleRecord) ?? throw new JsonException("Expected an article record, found null.");
}

/// <summary>Enumerations in the contract's spelling: lower case, words joined by underscores.</summary>
public sealed class ContractEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
