using Extraction.Pages;

namespace Extraction.Cli.Inputs;

/// <summary>Turns the files, folders and wildcards of a command line into a list of files.</summary>
/// <remarks>
/// The list is the same on every machine: inputs in the order given, below a folder by ordinal order of the paths. Folders that links lead to are
/// looked into once, so that loops of links end.
/// </remarks>
internal sealed class InputFinder
{
    private const string Stage = "find";

    private static readonly string[] OwnEndings = [".facts.json", ".facts.jsonl"];
    private static readonly string[] OwnNames = ["facts.jsonl", "failures.jsonl"];

    private readonly string _excludedFolder;
    private readonly List<FoundInput> _inputs = [];
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private int _ignored;

    private InputFinder(string excludedFolder) => _excludedFolder = Path.GetFullPath(excludedFolder);

    /// <summary>Finds the files that <paramref name="paths"/> mean.</summary>
    /// <param name="paths">Files, folders, or paths with wildcards.</param>
    /// <param name="excludedFolder">The folder that the command writes to: it is not looked into unless it is named.</param>
    /// <exception cref="CommandException">One of the paths leads to nothing.</exception>
    public static FoundInputs Find(IEnumerable<string> paths, string excludedFolder)
    {
        var finder = new InputFinder(excludedFolder);
        foreach (string path in paths)
            finder.Add(path.Replace(Path.DirectorySeparatorChar, '/'));
        return new FoundInputs(finder._inputs, finder._ignored);
    }

    private void Add(string path)
    {
        if (File.Exists(path))
            AddNamedFile(path);
        else if (Directory.Exists(path))
            AddBelow(path, pattern: null);
        else if (GlobPattern.HasWildcards(path))
            AddMatches(path);
        else
            throw new CommandException($"There is no file or folder {path}. Check the spelling, or quote a path with wildcards.");
    }

    private void AddMatches(string path)
    {
        var pattern = GlobPattern.Parse(path);
        bool anyMatches = Directory.Exists(pattern.Folder.Length == 0 ? "." : pattern.Folder) && AddBelow(pattern.Folder, pattern);
        if (!anyMatches)
            throw new CommandException($"No file matches {path}. Files of other kinds than {InputForms.List} are not read.");
    }

    private void AddNamedFile(string path)
    {
        if (InputReader.CanRead(path))
            AddFile(path);
        else if (_files.Add(Path.GetFullPath(path)))
            _inputs.Add(Failed(path, $"The name ends in no form that can be read ({InputForms.List})."));
    }

    /// <returns>Whether there was any file to read, be it one that is in the list already.</returns>
    private bool AddBelow(string folder, GlobPattern? pattern)
    {
        var found = new List<string>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var folders = new Stack<(string Path, string Relative, int Level)>([(folder.Length == 0 ? "." : folder, "", 0)]);
        while (folders.TryPop(out (string Path, string Relative, int Level) current))
        {
            if (RealPath.OfFolder(current.Path) is not { } real || !visited.Add(real) || (current.Level > 0 && real == _excludedFolder))
                continue;
            try
            {
                found.AddRange(Directory.EnumerateFiles(current.Path).Select(file => current.Relative + Path.GetFileName(file)));
                if (pattern?.Levels is not { } levels || current.Level < levels)
                {
                    // The order in which folders are looked into decides which of two links to one folder counts: it must not be the disk's.
                    foreach (string sub in Directory.EnumerateDirectories(current.Path).OrderDescending(StringComparer.Ordinal))
                        folders.Push((sub, $"{current.Relative}{Path.GetFileName(sub)}/", current.Level + 1));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _inputs.Add(Failed(Join(folder, current.Relative), $"The folder cannot be read: {exception.Message}"));
            }
        }
        bool any = false;
        foreach (string relative in found.Order(StringComparer.Ordinal))
        {
            if (pattern is null || pattern.Matches(relative))
                any |= TryAddFound(Join(folder, relative));
        }
        return any;
    }

    private bool TryAddFound(string path)
    {
        if (!InputReader.CanRead(path) || IsOwn(Path.GetFileName(path)))
        {
            _ignored++;
            return false;
        }
        AddFile(path);
        return true;
    }

    private void AddFile(string path)
    {
        string full = Path.GetFullPath(path);
        if (!_files.Add(full))
            return;
        long bytes = 0;
        try
        {
            bytes = new FileInfo(full).Length;
        }
        catch (IOException)
        {
            // A link to nowhere or a file that was just removed: reading it gives the failure with its reason.
        }
        _inputs.Add(new FoundInput(path.Replace(Path.DirectorySeparatorChar, '/'), full, bytes));
    }

    private static bool IsOwn(string name) =>
        OwnNames.Contains(name, StringComparer.Ordinal) || OwnEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static FoundInput Failed(string path, string reason) => new(path, Path.GetFullPath(path), 0, new DocumentFailure(path, Stage, reason));

    private static string Join(string folder, string relative) => folder.Length == 0 ? relative : $"{folder.TrimEnd('/')}/{relative}";
}
