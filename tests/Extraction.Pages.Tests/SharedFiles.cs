namespace Extraction.Pages.Tests;

/// <summary>Finds the measuring data that stands beside the repository on the machines where the project is built, and nowhere else.</summary>
internal static class SharedFiles
{
    /// <summary>The path of a file; the test is inconclusive when it is not there.</summary>
    public static string Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Extraction.sln")))
                continue;
            string path = Path.Combine(folder.FullName, "..", "shared", name);
            if (File.Exists(path))
                return path;
        }
        Assert.Inconclusive($"../shared/{name} is not on this machine.");
        return "";
    }
}
