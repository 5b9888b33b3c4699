using System.Collections.Concurrent;
using System.Text;
using Extraction.Cli.Runs;
using Extraction.Pages;

namespace Extraction.Cli.Tests.Runs;

[TestClass]
public sealed class ParallelLineTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(7)]
    public async Task RunAsync_gives_results_in_order_however_long_each_takes(int jobs)
    {
        // The first pages wait for the last ones of their group to be done.
        var line = new ParallelLine<string>(
            page =>
            {
                if (page.Source.Length % 3 == 0)
                    Thread.Yield();
                return page.Source;
            },
            jobs);

        List<LineResult<string>> results = await Take(line, Pages(500));

        Assert.AreSequenceEqual([.. Enumerable.Range(0, 500).Select(number => $"page {number}")], [.. results.Select(result => result.Outcome.Value)]);
    }

    [TestMethod]
    public async Task RunAsync_fault_in_the_work_costs_one_page()
    {
        var line = new ParallelLine<string>(page => page.Source == "page 1" ? throw new InvalidOperationException("broken") : page.Source, jobs: 2);

        List<LineResult<string>> results = await Take(line, Pages(3));

        Assert.AreSequenceEqual(["page 0", null, "page 2"], [.. results.Select(result => result.Outcome.Value)]);
        DocumentFailure? failure = results[1].Outcome.Failure;
        Assert.IsNotNull(failure);
        Assert.AreEqual("page 1", failure.Source);
        Assert.AreEqual("extract", failure.Stage);
        Assert.Contains("InvalidOperationException", failure.Reason);
        Assert.Contains("broken", failure.Reason);
    }

    [TestMethod]
    public async Task RunAsync_stack_is_deep_enough_for_nested_input()
    {
        static int Descend(int depth) => depth == 0 ? 0 : 1 + Descend(depth - 1);
        var line = new ParallelLine<string>(page => $"{Descend(200_000)}", jobs: 1);

        List<LineResult<string>> results = await Take(line, Pages(1));

        Assert.AreEqual("200000", Assert.ContainsSingle(results).Outcome.Value);
    }

    [TestMethod]
    public async Task RunAsync_reads_no_further_ahead_than_its_bounds()
    {
        var read = new ConcurrentQueue<int>();
        using var release = new ManualResetEventSlim();
        IEnumerable<PageItem> Endless()
        {
            for (int number = 0; ; number++)
            {
                read.Enqueue(number);
                yield return Item(number, bytes: 30 << 20);
            }
        }
        var line = new ParallelLine<string>(page => page.Source, jobs: 2);

        int taken = 0;
        await foreach (LineResult<string> result in line.RunAsync(Endless(), CancellationToken.None))
        {
            taken++;
            // Of pages of 30 MB only two fit in the budget; one more may have been made and wait.
            Assert.IsLessThanOrEqualTo(taken + 3, read.Count);
            if (taken == 20)
                break;
        }
    }

    [TestMethod]
    public async Task RunAsync_cancelled_stops_in_the_middle()
    {
        using var stop = new CancellationTokenSource();
        var line = new ParallelLine<string>(page => page.Source, jobs: 2);

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (LineResult<string> result in line.RunAsync(Pages(int.MaxValue), stop.Token))
                await stop.CancelAsync();
        });
    }

    private static async Task<List<LineResult<string>>> Take(ParallelLine<string> line, IEnumerable<PageItem> pages)
    {
        var results = new List<LineResult<string>>();
        await foreach (LineResult<string> result in line.RunAsync(pages, CancellationToken.None))
            results.Add(result);
        return results;
    }

    private static IEnumerable<PageItem> Pages(int count) => Enumerable.Range(0, count).Select(number => Item(number, bytes: 10));

    private static PageItem Item(int number, int bytes) =>
        new(new RunPosition(number, 1, 0), new Page { Source = $"page {number}", Content = bytes > 100 ? new byte[bytes] : Encoding.UTF8.GetBytes("some text") });
}
