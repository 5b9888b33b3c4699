using System.IO.Compression;
using Extraction.Pages.Reading;

namespace Extraction.Pages;

/// <summary>Reads the pages of one input file.</summary>
/// <remarks>
/// The name decides the form: <c>.html .htm .xhtml .txt .md .json .jsonl</c>, each also <c>.gz</c>. Safe to use from several threads. Whatever is
/// wrong with an input comes back as a <see cref="DocumentFailure"/> of the stage <c>read</c>; pages before the fault are given first.
/// </remarks>
public sealed class InputReader
{
    /// <summary>The stage that failures name.</summary>
    public const string Stage = "read";

    private const string GzipExtension = ".gz";

    private readonly ReadingOptions _options;

    // Without this switch the framework takes truncated compressed data for complete ones (measured with .NET 10.0.100); it has no other way to
    // ask for the check, and it reads the switch once, when the first archive is opened.
    static InputReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Makes a reader with the usual limits.</summary>
    public InputReader()
        : this(new ReadingOptions())
    {
    }

    /// <summary>Makes a reader with limits of the caller's.</summary>
    public InputReader(ReadingOptions options) => _options = options;

    /// <summary>Whether a file of this name is of a form that can be read.</summary>
    public static bool CanRead(string name) => FormOf(name) is not null;

    /// <summary>Reads a file; it is open only while the sequence is being enumerated.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="source">What pages and failures give as their source; also decides the form.</param>
    public IEnumerable<Outcome<Page>> ReadFile(string path, string source)
    {
        FileStream? file = null;
        DocumentFailure? failure = null;
        try
        {
            file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            failure = new DocumentFailure(source, Stage, $"The file cannot be opened: {exception.Message}");
        }
        if (failure is not null)
            yield return failure;
        if (file is null)
            yield break;
        using (file)
        {
            foreach (Outcome<Page> page in Read(file, source))
                yield return page;
        }
    }

    /// <summary>Reads a stream; the caller keeps it open while the sequence is being enumerated and closes it.</summary>
    /// <param name="content">The bytes, compressed if <paramref name="source"/> ends in <c>.gz</c>.</param>
    /// <param name="source">What pages and failures give as their source; also decides the form.</param>
    public IEnumerable<Outcome<Page>> Read(Stream content, string source)
    {
        if (FormOf(source) is not { } form)
            return [new DocumentFailure(source, Stage, "The name ends in no form that can be read (.html .htm .xhtml .txt .md .json .jsonl, each also .gz).")];
        bool isCompressed = source.EndsWith(GzipExtension, StringComparison.OrdinalIgnoreCase);
        var input = new InputBytes(isCompressed ? new GZipStream(content, CompressionMode.Decompress, leaveOpen: true) : content, _options.MaxBytes);
        return form switch
        {
            InputForm.Jsonl => JsonlReader.Read(input, source),
            InputForm.Json => JsonFileReader.Read(input, source),
            InputForm.Text => ReadPage(input, source, PageKind.PlainText),
            InputForm.Markdown => ReadPage(input, source, PageKind.Markdown),
            _ => ReadPage(input, source, PageKind.Html),
        };
    }

    private static IEnumerable<Outcome<Page>> ReadPage(InputBytes input, string source, PageKind kind)
    {
        ReadOnlyMemory<byte> content = input.ReadAll();
        if (input.Fault is { } fault)
            yield return new DocumentFailure(source, Stage, fault);
        else if (content.IsEmpty)
            yield return new DocumentFailure(source, Stage, "The input is empty.");
        else
            yield return new Page { Source = source, Content = content, Kind = kind };
    }

    private static InputForm? FormOf(string name)
    {
        ReadOnlySpan<char> bare = name.EndsWith(GzipExtension, StringComparison.OrdinalIgnoreCase) ? name.AsSpan(0, name.Length - GzipExtension.Length) : name;
        return Path.GetExtension(bare).ToString().ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" => InputForm.Html,
            ".txt" => InputForm.Text,
            ".md" => InputForm.Markdown,
            ".json" => InputForm.Json,
            ".jsonl" => InputForm.Jsonl,
            _ => null,
        };
    }

    private enum InputForm
    {
        Html,
        Text,
        Markdown,
        Json,
        Jsonl,
    }
}
