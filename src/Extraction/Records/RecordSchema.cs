using System.Reflection;

namespace Extraction.Records;

/// <summary>The contract in JSON Schema (draft 7): what every record conforms to.</summary>
public static class RecordSchema
{
    /// <summary>The text of <c>article-facts.schema.json</c>.</summary>
    public static string Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("article-facts.schema.json")!; // Embedded by the project file.
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
