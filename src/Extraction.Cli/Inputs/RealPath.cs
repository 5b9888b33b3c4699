namespace Extraction.Cli.Inputs;

/// <summary>Tells whether two paths lead to the same folder.</summary>
internal static class RealPath
{
    // As many as Linux follows before it gives up (ELOOP).
    private const int MaxLinks = 40;

    /// <summary>The full path of a folder with every link on the way resolved; null when the links lead nowhere.</summary>
    public static string? OfFolder(string path)
    {
        string full = Path.GetFullPath(path);
        for (int links = 0; links < MaxLinks; links++)
        {
            if (ResolveFirstLink(full) is not { } resolved)
                return full;
            full = resolved;
        }
        return null;
    }

    private static string? ResolveFirstLink(string full)
    {
        string root = Path.GetPathRoot(full) ?? "/";
        string[] parts = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        string walked = root;
        for (int index = 0; index < parts.Length; index++)
        {
            string next = Path.Combine(walked, parts[index]);
            if (new DirectoryInfo(next).LinkTarget is { } target)
                return Path.GetFullPath(Path.Combine([Path.Combine(walked, target), .. parts[(index + 1)..]]));
            walked = next;
        }
        return null;
    }
}
