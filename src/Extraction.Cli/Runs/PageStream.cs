using Extraction.Cli.Inputs;
using Extraction.Pages;

namespace Extraction.Cli.Runs;

/// <summary>A page or a failure with the position right behind it.</summary>
internal readonly record struct PageItem(RunPosition Next, Outcome<Page> Page);

/// <summary>The pages of all inputs, one after the other, from a given position on.</summary>
internal sealed class PageStream(InputReader reader, IReadOnlyList<FoundInput> inputs)
{
    /// <summary>Reads on from <paramref name="start"/>; one file is open at a time, and only the pages asked for are in memory.</summary>
    public IEnumerable<PageItem> From(RunPosition start)
    {
        long bytesBefore = inputs.Take(start.Input).Sum(input => input.Bytes);
        for (int index = start.Input; index < inputs.Count; index++)
        {
            FoundInput input = inputs[index];
            int skipped = index == start.Input ? start.Item : 0;
            int item = 0;
            foreach ((Outcome<Page> page, long read) in Pages(input))
            {
                item++;
                if (item > skipped)
                    yield return new PageItem(new RunPosition(index, item, bytesBefore + Math.Min(read, input.Bytes)), page);
            }
            bytesBefore += input.Bytes;
        }
    }

    private IEnumerable<(Outcome<Page> Page, long Read)> Pages(FoundInput input)
    {
        if (input.Failure is { } failure)
        {
            yield return (failure, 0);
            yield break;
        }
        // An empty file is not opened: a named pipe has the length 0 too, and opening one waits until somebody writes to it.
        using Stream? file = input.Bytes == 0 && File.Exists(input.Path) ? Stream.Null : TryOpen(input.Path);
        IEnumerable<Outcome<Page>> pages = file is null ? reader.ReadFile(input.Path, input.Source) : reader.Read(file, input.Source);
        using IEnumerator<Outcome<Page>> enumerator = pages.GetEnumerator();
        while (Next(enumerator, input.Source) is { } page)
            yield return (page, file is FileStream ? file.Position : 0);
    }

    private static Outcome<Page>? Next(IEnumerator<Outcome<Page>> pages, string source)
    {
        bool ended = false;
        Outcome<Page> page = FaultBarrier.Run<Page>(source, InputReader.Stage, () =>
        {
            ended = !pages.MoveNext();
            return ended ? default : pages.Current;
        });
        return ended ? (Outcome<Page>?)null : page;
    }

    // A file that cannot be opened is left to the reader, which gives the failure with its reason.
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
