using System.Text.Json;
using Extraction.Pages.PlainText;
using Extraction.Tests;

namespace Extraction.Pages.Tests.PlainText;

[TestClass]
public sealed class PlainTextCleanerTests
{
    private const string Prose = "Alderwood Therapeutics has treated the first patient in its Phase 1 trial of AW-101, the company said on Monday.";
    private const string More = "Two more patients are to be treated before the end of March, and first data are planned for the autumn meeting.";

    [TestMethod]
    [DataRow("Title\n" + Prose + "\n" + More + "\n")]
    [DataRow("Title\n" + Prose)]
    [DataRow("Title\nTitle\n" + Prose + "\nAdvertisement\nAbout Alderwood\n" + More + "\n")]
    [DataRow("Only one line")]
    [DataRow("Title\u00A0one\nSoft\u00ADhyphen stays in text that is clean. " + Prose + "\n")]
    public void Clean_of_clean_text_changes_nothing(string text) => Assert.AreEqual(text, PlainTextCleaner.Clean(text, null).Text);

    [TestMethod]
    [DataRow("Skip to content\n5 min read\n\nTitle\n\nTitle\n\n" + Prose + "\n\n" + More, DisplayName = "navigation and doubled title")]
    [DataRow("Title\n\n" + Prose + "\n\n" + More + "\n\nMore from Oncology\n\nAnother story\n\nIts teaser says that something else happened.", DisplayName = "teasers")]
    [DataRow("Title\n\n" + Prose + "\n\n" + More + "\n\nWe use cookies to make this site better. By going on you accept them.", DisplayName = "cookie note")]
    [DataRow("Title\n\n" + Prose + "\n\nSubscribe to read the full article\n • Start your 7-day free trial\n • Enjoy it\n\n" + More, DisplayName = "offer with its list")]
    [DataRow("Title\n\nJan 04, 2026 11:11 CST Updated 11:12\nAlderwood Therapeutics\nTherapy Developer\n\n" + Prose + "\n\n" + More, DisplayName = "date line and labels")]
    [DataRow("Title\n\n" + Prose + "\n\n" + More + "\n\nTo talk about it, write to Ines Roth at ines@cell.example\n\nInes Roth\nAbout the Author\n\nInes writes.", DisplayName = "author's biography")]
    [DataRow("Title\n\n" + Prose + "\n" + "\n" + More + "\nDisclaimer: nothing in this article shall constitute investment advice for anyone.", DisplayName = "disclaimer")]
    public void Clean_of_pasted_text_leaves_the_article(string text) =>
        Assert.AreEqual("Title\n" + Prose + "\n" + More + "\n", PlainTextCleaner.Clean(text, null).Text);

    [TestMethod]
    public void Clean_of_pasted_chinese_text_drops_source_editor_and_related_reading()
    {
        const string First = "示例生物宣布，其自主研发的细胞治疗产品已获得国家药品监督管理局批准开展临床试验。";
        const string Second = "该产品用于治疗复发或难治性多发性骨髓瘤，首例患者计划于今年三月给药。";
        string text = $"示例生物新药获批临床\n\n来源：示例网\n\n{First}\n\n{Second}\n\n（责任编辑：张三）\n\n相关阅读\n\n另一家公司完成融资，金额未披露。";

        Assert.AreEqual($"示例生物新药获批临床\n{First}\n{Second}\n", PlainTextCleaner.Clean(text, null).Text);
    }

    [TestMethod]
    public void Clean_tells_that_only_the_beginning_is_shown()
    {
        Assert.IsTrue(PlainTextCleaner.Clean($"Title\n\n{Prose}\n\nRead the full article - start your free trial today!", null).IsCutShort);
        Assert.IsFalse(PlainTextCleaner.Clean($"Title\n\n{Prose}\n\nSubscribe to our newsletter", null).IsCutShort);
    }

    [TestMethod]
    public void Clean_raises_the_title_above_its_standfirst()
    {
        const string Standfirst = "Long before the others had begun to think about it, a small company by the river had already treated its first patient, and nobody in the big city had taken any notice of that.";

        Assert.AreEqual($"How A Small Firm Came First\n{Standfirst}\n{Prose}\n", PlainTextCleaner.Clean($"{Standfirst}\nHow A Small Firm Came First\n{Prose}\n", null).Text);
    }

    [TestMethod]
    public void Clean_joins_lines_that_were_wrapped_by_hand()
    {
        const string Wrapped = "Title of the release\n\nAlderwood Therapeutics has treated the first patient in its Phase 1 trial\nof AW-101, a CAR-T therapy that binds CD19, the company said on Monday\nin a note to its investors and to the press in the city where it works\nsince 2019.\n\nMore follows.\n";

        Assert.AreEqual("Title of the release\nAlderwood Therapeutics has treated the first patient in its Phase 1 trial of AW-101, a CAR-T therapy that binds CD19, the company said on Monday in a note to its investors and to the press in the city where it works since 2019.\nMore follows.\n",
            PlainTextCleaner.Clean(Wrapped, null).Text);
    }

    [TestMethod]
    public void Clean_puts_a_given_title_first_unless_it_stands_there()
    {
        Assert.AreEqual("Given\n" + Prose + "\n", PlainTextCleaner.Clean(Prose, "Given").Text);
        Assert.AreEqual("Given\n" + Prose, PlainTextCleaner.Clean("Given\n" + Prose, "Given").Text);
    }

    [TestMethod]
    [DataRow("Title\n\nJan 04, 2026 11:11 CST Updated 11:11\n\n" + Prose, "2026-01-04")]
    [DataRow("Title\nVIENNA, Nov. 22, 2026 /PRNewswire/ -- " + Prose, "2026-11-22")]
    [DataRow("Title\nBOSTON, Jan. 6, 2025 (GLOBE NEWSWIRE) -- " + Prose, "2025-01-06")]
    [DataRow("标题\n\n发布时间：2026年11月22日\n\n正文在这里。", "2026-11-22")]
    [DataRow("Title\nThe company was founded on May 5, 2015, by three friends in a garage by the river, they said in a talk with this paper last week.", null)]
    public void Clean_finds_the_date_only_where_it_is_the_articles(string text, string? expected) =>
        Assert.AreEqual(expected, PlainTextCleaner.Clean(text, null).Published?.ToString());

    [TestMethod]
    [DataRow("train.jsonl")]
    [DataRow("dev.jsonl")]
    [DataRow("written.jsonl")]
    public void Clean_of_gold_texts_changes_nothing(string file)
    {
        foreach (string line in File.ReadLines(SharedData.Require($"gold/{file}")))
        {
            using var record = JsonDocument.Parse(line);
            string text = record.RootElement.GetProperty("article").GetProperty("text").GetString()!;
            Assert.AreEqual(text, PlainTextCleaner.Clean(text, null).Text);
        }
    }

    [TestMethod]
    public void Clean_of_the_seed_documents_gives_the_gold_text()
    {
        foreach (string line in File.ReadLines(SharedData.Require("gold/seeds.jsonl")))
        {
            using var record = JsonDocument.Parse(line);
            JsonElement article = record.RootElement.GetProperty("article");
            string pasted = File.ReadAllText(SharedData.Require("seeds/" + article.GetProperty("source").GetString()));
            Assert.AreEqual(article.GetProperty("text").GetString()!.TrimEnd(), PlainTextCleaner.Clean(pasted, null).Text.TrimEnd());
        }
    }
}
