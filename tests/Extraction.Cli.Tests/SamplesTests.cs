using System.Text.Json.Nodes;
using Extraction.Tests;

namespace Extraction.Cli.Tests;

/// <summary>The README's main command: every sample gives the record that is kept beside the samples.</summary>
[TestClass]
public sealed class SamplesTests
{
    // Vector units of other widths add floats in another order: the last written digit of a confidence may differ between machines.
    private const double ConfidenceTolerance = 0.0021;

    [TestMethod]
    public async Task Extract_gives_the_expected_records_of_all_samples()
    {
        using var folder = new TestFolder();
        string samples = Path.Combine(Repository.Root, "samples");

        CgtRun run = await CgtRun.Of("extract", samples, "--out", folder["out"]);

        Assert.AreEqual(ExitCode.Done, run.ExitCode, run.Output + run.Error);
        string[] lines = File.ReadAllLines(folder["out/facts.jsonl"]);
        string[] expected = File.ReadAllLines(Path.Combine(samples, "expected.facts.jsonl"));
        Assert.HasCount(expected.Length, lines);
        foreach ((string line, string expectedLine) in lines.Zip(expected))
        {
            RecordAssert.Conforms(line);
            string difference = Differences(JsonNode.Parse(expectedLine)!, Relative(JsonNode.Parse(line)!), "$").FirstOrDefault() ?? "";
            Assert.AreEqual("", difference, "If the change is meant, write the records anew: dotnet run --project src/Extraction.Cli -c Release -- extract samples"
                + " && cp out/facts.jsonl samples/expected.facts.jsonl, and read the difference.");
        }
        Assert.IsEmpty(File.ReadAllText(folder["out/failures.jsonl"]));
    }

    private static JsonNode Relative(JsonNode record)
    {
        record["article"]!["source"] = Repository.Relative((string)record["article"]!["source"]!);
        return record;
    }

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? found, string path)
    {
        switch (expected, found)
        {
            case (JsonObject left, JsonObject right):
                return left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key)).SelectMany(key => Differences(left[key], right[key], $"{path}.{key}"));
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                return left.Zip(right).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]"));
            default:
                bool same = JsonNode.DeepEquals(expected, found) || path.EndsWith(".confidence", StringComparison.Ordinal) && expected is not null && found is not null
                    && Math.Abs((double)expected - (double)found) < ConfidenceTolerance;
                return same ? [] : [$"{path}: expected {expected?.ToJsonString()}, found {found?.ToJsonString()}"];
        }
    }
}
