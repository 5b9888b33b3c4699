namespace Extraction.Cli.Views;

/// <summary>Rates and the time left of a run, from its figures and a clock.</summary>
/// <param name="clock">The clock; time runs from here on.</param>
/// <param name="startBytes">Bytes of the input files that were done before this session.</param>
/// <param name="totalBytes">Length of all input files.</param>
internal sealed class RunPace(TimeProvider clock, long startBytes, long totalBytes)
{
    // Before this the rate says nothing: the first articles pay for reading the models.
    private static readonly TimeSpan MinElapsed = TimeSpan.FromSeconds(1);

    private readonly long _start = clock.GetTimestamp();

    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>The done part of the input, 0 to 1.</summary>
    public double Share(ProgressFigures figures) => totalBytes == 0 ? 0 : Math.Min(1.0, (double)figures.Bytes / totalBytes);

    public double ArticlesPerSecond(ProgressFigures figures) => figures.Articles / Math.Max(Elapsed.TotalSeconds, 0.001);

    /// <summary>The time that the rest takes at the pace so far, null when it is too early to say.</summary>
    public TimeSpan? Left(ProgressFigures figures)
    {
        long done = figures.Bytes - startBytes;
        TimeSpan elapsed = Elapsed;
        return done <= 0 || elapsed < MinElapsed ? null : elapsed * ((double)(totalBytes - figures.Bytes) / done);
    }
}
