using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Extraction.Pages;

namespace Extraction.Cli.Runs;

/// <summary>What became of one page, with the position right behind it.</summary>
internal readonly record struct LineResult<T>(RunPosition Next, Outcome<T> Outcome)
    where T : class;

/// <summary>Works on pages in several threads and gives the results in the order of the pages, whatever the number of threads.</summary>
/// <remarks>One reader fills a bounded channel, the workers empty it; a second channel holds the same pages in order for whoever takes the results.</remarks>
internal sealed class ParallelLine<T>(Func<Page, Outcome<T>> work, int jobs)
    where T : class
{
    // Enough that no worker waits while one page takes a few times as long as the others; the bytes are bounded on their own.
    private const int PagesUnderWayPerJob = 16;
    private const long BytesUnderWay = 64 << 20;

    // Parsers descend into nested markup; a thread's usual 1.5 MB would end the whole program there, and no exception tells of it.
    private const int StackBytes = 64 << 20;

    private readonly ByteBudget _budget = new(BytesUnderWay);

    /// <summary>Runs over <paramref name="items"/>; stop enumerating, or cancel, to stop early.</summary>
    public async IAsyncEnumerable<LineResult<T>> RunAsync(IEnumerable<PageItem> items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ordered = Channel.CreateBounded<Slot>(new BoundedChannelOptions(jobs * PagesUnderWayPerJob) { SingleReader = true, SingleWriter = true });
        var open = Channel.CreateBounded<Slot>(new BoundedChannelOptions(jobs * PagesUnderWayPerJob) { SingleWriter = true });
        Task reading = Task.Run(() => ReadAsync(items, ordered.Writer, open.Writer, stop.Token), CancellationToken.None);
        Thread[] workers = [.. Enumerable.Range(0, jobs).Select(_ => new Thread(() => Work(open.Reader, stop.Token), StackBytes) { IsBackground = true })];
        foreach (Thread worker in workers)
            worker.Start();
        try
        {
            await foreach (Slot slot in ordered.Reader.ReadAllAsync(cancellation))
            {
                Outcome<T> outcome = await slot.Outcome.WaitAsync(cancellation);
                _budget.Give(slot.Bytes);
                yield return new LineResult<T>(slot.Next, outcome);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
            foreach (Thread worker in workers)
                worker.Join();
        }
    }

    private async Task ReadAsync(IEnumerable<PageItem> items, ChannelWriter<Slot> ordered, ChannelWriter<Slot> open, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            foreach (PageItem item in items)
            {
                var slot = new Slot(item);
                await _budget.TakeAsync(slot.Bytes, stop);
                await ordered.WriteAsync(slot, stop);
                if (slot.Page is not null)
                    await open.WriteAsync(slot, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever takes the results has stopped; there is nobody to tell.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Given to whoever takes the results; here nobody would see it.
            fault = exception;
        }
        finally
        {
            open.Complete();
            ordered.Complete(fault);
        }
    }

    private void Work(ChannelReader<Slot> open, CancellationToken stop)
    {
        // Channels only wait asynchronously, and this is a thread of its own: it has nothing else to do.
        while (!stop.IsCancellationRequested && open.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            while (!stop.IsCancellationRequested && open.TryRead(out Slot? slot))
                slot.Run(work);
        }
    }

    private sealed class Slot
    {
        private readonly TaskCompletionSource<Outcome<T>> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Slot(PageItem item)
        {
            Next = item.Next;
            Page = item.Page.Value;
            Bytes = Page?.Content.Length ?? 0;
            if (item.Page.Failure is { } failure)
                _outcome.SetResult(failure);
        }

        public RunPosition Next { get; }

        public Page? Page { get; private set; }

        public long Bytes { get; }

        public Task<Outcome<T>> Outcome => _outcome.Task;

        public void Run(Func<Page, Outcome<T>> work)
        {
            Page page = Page!; // Only slots with a page are handed to workers, each to one.
            Page = null;
            _outcome.SetResult(FaultBarrier.Run(page.Source, "extract", () => work(page)));
        }
    }
}
