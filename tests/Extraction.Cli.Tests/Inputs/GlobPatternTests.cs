using Extraction.Cli.Inputs;

namespace Extraction.Cli.Tests.Inputs;

[TestClass]
public sealed class GlobPatternTests
{
    [TestMethod]
    [DataRow("*.txt", "a.txt", true)]
    [DataRow("*.txt", "a.md", false)]
    [DataRow("*.txt", "sub/a.txt", false)]
    [DataRow("?.txt", "a.txt", true)]
    [DataRow("?.txt", "ab.txt", false)]
    [DataRow("**/*.txt", "a.txt", true)]
    [DataRow("**/*.txt", "x/y/a.txt", true)]
    [DataRow("**/2026/*.txt", "x/2026/a.txt", true)]
    [DataRow("**/2026/*.txt", "x/2025/a.txt", false)]
    [DataRow("*/a.txt", "x/a.txt", true)]
    [DataRow("*/a.txt", "x/y/a.txt", false)]
    [DataRow("**", "x/y/a.txt", true)]
    public void Matches_tells_names_and_folders_apart(string pattern, string path, bool expected) =>
        Assert.AreEqual(expected, GlobPattern.Parse(pattern).Matches(path));

    [TestMethod]
    [DataRow("news/2026/*.txt", "news/2026", 0)]
    [DataRow("news/*/x?.txt", "news", 1)]
    [DataRow("*.txt", "", 0)]
    [DataRow("/*.txt", "/", 0)]
    [DataRow("a/**/*.txt", "a", null)]
    public void Parse_starts_at_the_folder_before_the_first_wildcard(string pattern, string folder, int? levels)
    {
        var parsed = GlobPattern.Parse(pattern);

        Assert.AreEqual(folder, parsed.Folder);
        Assert.AreEqual(levels, parsed.Levels);
    }
}
