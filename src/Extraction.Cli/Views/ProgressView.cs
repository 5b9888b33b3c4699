using System.Globalization;
using Spectre.Console;

namespace Extraction.Cli.Views;

/// <summary>Shows a run's progress: a live bar on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class ProgressView
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly RunPace _pace;
    private ProgressTask? _bar;
    private long _lastLine;

    private ProgressView(Terminal terminal, TimeProvider clock, RunPace pace)
    {
        _terminal = terminal;
        _clock = clock;
        _pace = pace;
        _lastLine = clock.GetTimestamp();
    }

    /// <summary>Runs <paramref name="work"/>, which tells the view how far it is.</summary>
    public static async Task RunAsync(Terminal terminal, TimeProvider clock, RunPace pace, Func<ProgressView, Task> work)
    {
        var view = new ProgressView(terminal, clock, pace);
        if (!terminal.IsWatched)
        {
            await work(view);
            return;
        }
        await terminal.Error.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                view._bar = context.AddTask("starting", maxValue: 1);
                await work(view);
            });
    }

    public void Show(ProgressFigures figures)
    {
        if (_bar is not null)
        {
            _bar.Value = _pace.Share(figures);
            _bar.Description = Markup.Escape(Describe(figures));
        }
        else if (_clock.GetElapsedTime(_lastLine) >= LineInterval)
        {
            _lastLine = _clock.GetTimestamp();
            _terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{100 * _pace.Share(figures):F0} %  {Describe(figures)}"));
        }
    }

    private string Describe(ProgressFigures figures)
    {
        string failed = figures.Failures == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {figures.Failures:N0} failed");
        string left = _pace.Left(figures) is { } time ? $", {Amounts.Duration(time)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{figures.Articles:N0} articles, {_pace.ArticlesPerSecond(figures):N0}/s{failed}{left}");
    }
}
