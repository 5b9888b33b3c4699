using System.Text;
using Extraction.Pages.Decoding;

namespace Extraction.Pages.Tests.Decoding;

[TestClass]
public sealed class PageDecoderTests
{
    private const string Chinese = "示例生物宣布其自主研发的细胞治疗产品已获得国家药品监督管理局批准开展临床试验，首例患者已完成给药。";
    private const string German = "Die Gesellschaft für Zelltherapie prüft die Anträge über das Verfahren.";

    [TestMethod]
    [DataRow("gb18030", Chinese)]
    [DataRow("gb18030", "CAR-T细胞疗法")]
    [DataRow("big5", "示例生物宣布其細胞治療產品已獲批准開展臨床試驗，首例患者已完成給藥。")]
    [DataRow("shift_jis", "この細胞治療は患者に投与されましたが、副作用はありませんでした。")]
    [DataRow("windows-1252", German)]
    [DataRow("windows-1252", "The company’s trial – “a first” – isn’t over, it’s said. The firm’s board didn’t meet.")]
    [DataRow("utf-8", Chinese)]
    [DataRow("utf-16", German)]
    [DataRow("utf-16BE", "The company has treated a patient.")]
    public void Decode_without_a_declaration_finds_the_encoding(string charset, string text)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);

        Assert.AreEqual(text, Decode(encoding.GetBytes(text), PageKind.PlainText).Text);
    }

    [TestMethod]
    [DataRow("<meta charset=gb2312>", "gb18030")]
    [DataRow("<META http-equiv='Content-Type' content='text/html; charset=GBK'>", "gb18030")]
    [DataRow("<?xml version='1.0' encoding='gb18030'?>", "gb18030")]
    [DataRow("<meta charset=\"big5\">", "big5")]
    [DataRow("<meta charset=iso-8859-1>", "windows-1252")]
    public void Decode_of_a_page_believes_its_declaration(string head, string charset)
    {
        string html = head + "<p>" + (charset == "windows-1252" ? German : "細胞");
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(html);

        Assert.AreEqual(html, Decode(bytes, PageKind.Html).Text);
    }

    [TestMethod]
    public void Decode_of_valid_utf_8_does_not_believe_another_declaration()
    {
        string html = "<meta charset=gb2312><p>" + Chinese;

        Assert.AreEqual(html, Decode(Encoding.UTF8.GetBytes(html), PageKind.Html).Text);
    }

    [TestMethod]
    public void Decode_of_damaged_utf_8_keeps_what_is_whole()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Chinese, 10))), 0xFF, .. Encoding.UTF8.GetBytes(Chinese)];

        string text = Decode(bytes, PageKind.PlainText).Text!;

        Assert.StartsWith(Chinese, text);
        Assert.EndsWith(Chinese, text);
    }

    [TestMethod]
    public void Decode_takes_off_the_byte_order_mark()
    {
        Assert.AreEqual("text", Decode([0xEF, 0xBB, 0xBF, .. "text"u8], PageKind.PlainText).Text);
        Assert.AreEqual("text", Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("text")], PageKind.PlainText).Text);
    }

    [TestMethod]
    [DataRow("%PDF-1.7\n%")]
    [DataRow("PK\u0003\u0004rest")]
    [DataRow("GIF89a")]
    [DataRow("text\0\0\0\0with\0\0\0zeros")]
    public void Decode_of_a_binary_file_says_so(string content) =>
        Assert.Contains("not text", Decode(Encoding.Latin1.GetBytes(content), PageKind.Html).Fault!);

    private static DecodedText Decode(byte[] bytes, PageKind kind) => PageDecoder.Decode(new Page { Source = "page", Content = bytes, Kind = kind });
}
