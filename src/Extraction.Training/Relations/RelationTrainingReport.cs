using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Extraction.Records;

namespace Extraction.Training.Relations;

/// <summary>How well a relation is found by classifiers that have not seen the article, gold entities given.</summary>
/// <param name="Type">The relation.</param>
/// <param name="Gold">How many the gold has.</param>
/// <param name="Reported">How many are reported.</param>
/// <param name="Right">How many of those the gold has.</param>
/// <param name="Threshold">The score from which on a pair is reported.</param>
public sealed record RelationScore(RelationType Type, int Gold, int Reported, int Right, float Threshold)
{
    /// <summary>Share of the reported that are right.</summary>
    public double Precision => Reported == 0 ? 0 : (double)Right / Reported;

    /// <summary>Share of the gold that is reported.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Reported + Gold == 0 ? 0 : 2.0 * Right / (Reported + Gold);
}

/// <summary>What training gave.</summary>
/// <param name="Articles">The number of gold articles.</param>
/// <param name="Scores">By relation, from cross-validation.</param>
public sealed record RelationTrainingReport(int Articles, ImmutableArray<RelationScore> Scores)
{
    /// <summary>All relations together.</summary>
    public double F1 => 2.0 * Scores.Sum(score => score.Right) / Scores.Sum(score => score.Gold + score.Reported);

    internal string Manifest(RelationTrainingOptions options, byte[] model)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("model", "relations.bin");
            writer.WriteString("sha256", Digest(model));
            writer.WriteString("command", "cgt train relations");
            writer.WriteStartArray("inputs");
            foreach (string file in options.Gold)
            {
                writer.WriteStartObject();
                writer.WriteString("file", Path.GetFileName(file));
                writer.WriteString("sha256", Digest(File.ReadAllBytes(file)));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteNumber("articles", Articles);
            if (options.Recognised.Count > 0)
                writer.WriteString("recognisedSha256", Digest([.. options.Recognised.SelectMany(RecordsJson.Write)]));
            writer.WriteNumber("cost", options.Cost);
            writer.WriteNumber("folds", options.Folds);
            writer.WriteNumber("seed", options.Seed);
            writer.WriteStartObject("crossValidation");
            foreach (RelationScore score in Scores)
                Write(writer, score);
            writer.WriteNumber("all", Math.Round(F1, 4));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, RelationScore score)
    {
        writer.WriteStartObject(JsonNamingPolicy.SnakeCaseLower.ConvertName(score.Type.ToString()));
        writer.WriteNumber("gold", score.Gold);
        writer.WriteNumber("precision", Math.Round(score.Precision, 4));
        writer.WriteNumber("recall", Math.Round(score.Recall, 4));
        writer.WriteNumber("f1", Math.Round(score.F1, 4));
        writer.WriteNumber("threshold", Math.Round(score.Threshold, 4));
        writer.WriteEndObject();
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
