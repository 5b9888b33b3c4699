namespace Extraction.Cli.Runs;

/// <summary>Bounds the bytes of the pages that are under way, so that a row of large files does not fill the memory.</summary>
/// <remarks>One task takes, another gives back. A page larger than the whole budget passes when nothing else is under way.</remarks>
internal sealed class ByteBudget(long bytes)
{
    private readonly Lock _lock = new();
    private long _taken;
    private TaskCompletionSource? _waiting;

    /// <summary>Waits until there is room for <paramref name="amount"/>, then takes it.</summary>
    public async Task TakeAsync(long amount, CancellationToken cancellation)
    {
        while (true)
        {
            Task given;
            lock (_lock)
            {
                if (_taken == 0 || _taken + amount <= bytes)
                {
                    _taken += amount;
                    return;
                }
                _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                given = _waiting.Task;
            }
            await given.WaitAsync(cancellation);
        }
    }

    /// <summary>Gives back what was taken for one page.</summary>
    public void Give(long amount)
    {
        lock (_lock)
        {
            _taken -= amount;
            _waiting?.TrySetResult();
            _waiting = null;
        }
    }
}
