namespace Extraction.Tests;

/// <summary>The gold and articles of the development machines, which a user's machine does not have.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder below <c>../shared</c>; without it the test is inconclusive and says why.</summary>
    public static string Require(string path)
    {
        string full = Path.Combine(Repository.Root, "..", "shared", path);
        if (!Path.Exists(full))
            Assert.Inconclusive($"../shared/{path} is not on this machine.");
        return full;
    }
}
