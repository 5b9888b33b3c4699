namespace Extraction.Cli.Runs;

/// <summary>An output file that bears its final name only when it is complete; until then it is called <c>NAME.partial</c>.</summary>
internal sealed class PartialFile : IDisposable
{
    private const string Suffix = ".partial";
    private const int BufferBytes = 128 << 10;

    private readonly string _path;
    private readonly FileStream _stream;

    private PartialFile(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>The length with everything appended so far.</summary>
    public long Bytes => _stream.Position;

    /// <summary>Opens the file and cuts it to its first <paramref name="keptBytes"/>.</summary>
    /// <exception cref="CommandException">The file is shorter than that.</exception>
    public static PartialFile Open(string path, long keptBytes)
    {
        var stream = new FileStream(path + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, BufferBytes);
        if (stream.Length < keptBytes)
        {
            stream.Dispose();
            throw new CommandException($"{path}{Suffix} is shorter than the interrupted run left it. Start again without --resume.");
        }
        stream.SetLength(keptBytes);
        stream.Position = keptBytes;
        return new PartialFile(path, stream);
    }

    /// <summary>Gives a file that a killed run completed its final name, if it does not bear it yet.</summary>
    public static void PublishLeftOver(string path)
    {
        if (File.Exists(path + Suffix))
            File.Move(path + Suffix, path, overwrite: true);
    }

    /// <summary>The lines written so far, each without its break.</summary>
    public IEnumerable<string> ReadLines()
    {
        long end = _stream.Position;
        _stream.Position = 0;
        using (var reader = new StreamReader(_stream, leaveOpen: true))
        {
            while (reader.ReadLine() is { } line)
                yield return line;
        }
        _stream.Position = end;
    }

    public void AppendLine(ReadOnlySpan<byte> line)
    {
        _stream.Write(line);
        _stream.WriteByte((byte)'\n');
    }

    /// <summary>Returns when everything appended is on the disk: a power cut after this loses nothing of it.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <summary>Completes the file and gives it its final name; an older file of that name is replaced at once.</summary>
    public void Publish()
    {
        _stream.Dispose();
        PublishLeftOver(_path);
    }

    public void Dispose() => _stream.Dispose();
}
