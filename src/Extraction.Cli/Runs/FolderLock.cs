namespace Extraction.Cli.Runs;

/// <summary>Keeps two runs from writing to one folder at once. The system lets go of it however the program ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Makes the folder where needed and takes the lock.</summary>
    /// <exception cref="CommandException">Another run holds it, or the folder cannot be written to.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FolderLock(new FileStream(
                Path.Combine(folder, ".cgt.lock"),
                new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose }));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new CommandException($"Cannot write to {folder}: {exception.Message} Give another folder with --out.");
        }
        catch (IOException exception)
        {
            throw new CommandException($"Cannot use {folder} for output: {exception.Message} If another run is writing there, wait for it or give another folder with --out.");
        }
    }

    public void Dispose() => _file.Dispose();
}
