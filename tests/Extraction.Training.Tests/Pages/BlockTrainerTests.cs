using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Extraction.Training.Pages;

namespace Extraction.Training.Tests.Pages;

[TestClass]
public sealed class BlockTrainerTests
{
    [TestMethod]
    public void Train_on_the_same_pages_gives_the_same_bytes_and_a_model_that_learnt()
    {
        string folder = Directory.CreateTempSubdirectory("blocks").FullName;
        try
        {
            WriteSet(Path.Combine(folder, "pages", "own"), count: 20);
            using var report = new StringWriter();

            BlockTrainer.Train(Path.Combine(folder, "pages"), Path.Combine(folder, "first"), 1, report);
            BlockTrainer.Train(Path.Combine(folder, "pages"), Path.Combine(folder, "second"), 1, TextWriter.Null);

            foreach (string file in (string[])["blocks.bin", "blocks.manifest.json"])
                CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(folder, "first", file)), File.ReadAllBytes(Path.Combine(folder, "second", file)));
            Assert.Contains("all clean pages: own 1.0000", report.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    [DataRow("a b c d e", "a b c d e", 1)]
    [DataRow("a b c d e f g", "a b c d e", 2.0 / 3)]
    [DataRow("a b c d", "w x y z", 0)]
    [DataRow("示例生物宣布", "示例生物宣布", 1)]
    [DataRow("a, b; c - d", "a b c d", 1)]
    public void F1_is_the_overlap_in_word_4_grams(string gold, string text, double expected) =>
        Assert.AreEqual(expected, ShingleScore.Of(new ShingleText(gold), new ShingleText(text)).F1, 1e-9);

    [TestMethod]
    public void Of_labels_the_blocks_that_the_gold_holds()
    {
        string[] texts = ["Home", "The company treated its first patient on Monday.", "Results", "All patients went home after nine days.", "Read our other stories about cells", "Home"];

        bool[] labels = BlockLabels.Of(texts, new ShingleText("The company treated its first patient on Monday.\nResults\nAll patients went home after nine days."));

        CollectionAssert.AreEqual(new[] { false, true, true, true, false, false }, labels);
    }

    private static void WriteSet(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var gold = new Dictionary<string, object>();
        for (int page = 0; page < count; page++)
        {
            string[] paragraphs = [.. Enumerable.Range(0, 4).Select(index => $"Company {page} treated patient {index} of its trial on day {page + index}, and the patient went home after {index + 3} days, it said.")];
            gold[$"p{page:D2}"] = new { url = $"https://site{page}.example/a", articleBody = string.Join('\n', paragraphs) };
            string html = $"<nav><a href=/>Home</a><a href=/news>News of the day</a></nav><main><h1>Company {page} treats patients</h1>{string.Concat(paragraphs.Select(text => $"<p>{text}</p>"))}</main>"
                + $"<footer><ul>{string.Concat(Enumerable.Range(0, 6).Select(index => $"<li><a href=/{index}>Another story number {index} about the firm {page}</a></li>"))}</ul></footer>";
            using var gzip = new GZipStream(File.Create(Path.Combine(folder, $"p{page:D2}.html.gz")), CompressionLevel.Fastest);
            gzip.Write(Encoding.UTF8.GetBytes(html));
        }
        File.WriteAllText(Path.Combine(folder, "gold.json"), JsonSerializer.Serialize(gold));
    }
}
