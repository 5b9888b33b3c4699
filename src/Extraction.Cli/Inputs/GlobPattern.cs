using System.IO.Enumeration;

namespace Extraction.Cli.Inputs;

/// <summary>A path with wildcards: <c>*</c> and <c>?</c> inside a name, <c>**</c> for any number of folders.</summary>
internal sealed class GlobPattern
{
    private const string AnyFolders = "**";

    private readonly string[] _segments;

    private GlobPattern(string folder, string[] segments)
    {
        Folder = folder;
        _segments = segments;
    }

    /// <summary>The part before the first wildcard, as given: where to start looking; empty for the current folder.</summary>
    public string Folder { get; }

    /// <summary>Whether any folder below <see cref="Folder"/> may hold matches; otherwise only so many levels of them.</summary>
    public int? Levels => _segments.Contains(AnyFolders) ? null : _segments.Length - 1;

    public static bool HasWildcards(string path) => path.AsSpan().ContainsAny('*', '?');

    public static GlobPattern Parse(string path)
    {
        string[] parts = path.Split('/');
        int first = Array.FindIndex(parts, HasWildcards);
        string folder = string.Join('/', parts[..first]);
        return new GlobPattern(folder.Length == 0 && path.StartsWith('/') ? "/" : folder, parts[first..]);
    }

    /// <summary>Whether a path below <see cref="Folder"/>, its parts separated by <c>/</c>, is meant.</summary>
    public bool Matches(string relativePath) => Matches(_segments, relativePath.Split('/'));

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
            return path.IsEmpty;
        if (pattern[0] == AnyFolders)
        {
            // A trailing ** means every file below.
            if (pattern.Length == 1)
                return !path.IsEmpty;
            for (int skipped = 0; skipped < path.Length; skipped++)
            {
                if (Matches(pattern[1..], path[skipped..]))
                    return true;
            }
            return false;
        }
        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Matches(pattern[1..], path[1..]);
    }
}
