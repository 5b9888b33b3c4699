using System.Text.Json;
using Extraction.Records;
using Extraction.Stores;

namespace Extraction.Cli.Runs;

/// <summary>Writes the results of a run so that it may be killed at any moment and continued.</summary>
/// <remarks>
/// The database is the journal. A batch is first appended to the files and flushed, then the database takes its facts and the new lengths of the files
/// in one transaction. What the files hold beyond the lengths in the journal was never committed: resuming cuts it off and goes on from the position
/// in the journal. Files get their final names at the very end, so an earlier run's results stay until the new ones are complete.
/// </remarks>
internal sealed class ExtractOutput : IDisposable
{
    // A batch costs two flushes to disk and a commit, some milliseconds; a killed run loses at most one.
    private const int BatchArticles = 256;
    private const long BatchBytes = 16 << 20;
    private static readonly TimeSpan BatchTime = TimeSpan.FromSeconds(2);

    private readonly SqliteStore _store;
    private readonly StoredRun _run;
    private readonly TimeProvider _clock;
    private readonly PartialFile _facts;
    private readonly PartialFile _failures;
    private readonly SeenArticles _seen = new();
    private readonly List<StoredArticle> _newArticles = [];
    private readonly List<DocumentFailure> _newFailures = [];
    private RunPosition _position;
    private long _uncommittedBytes;
    private long _lastCommit;

    /// <summary>Goes on with <paramref name="run"/> from its committed state; the store stays the caller's.</summary>
    /// <exception cref="CommandException">The files are not as the run left them.</exception>
    public ExtractOutput(SqliteStore store, StoredRun run, OutputSettings settings, TimeProvider clock)
    {
        _store = store;
        _run = run;
        _clock = clock;
        _position = new RunPosition(run.Progress.NextInput, run.Progress.NextItem, 0);
        _lastCommit = clock.GetTimestamp();
        _facts = PartialFile.Open(settings.FactsPath, run.Progress.FactsBytes);
        _failures = PartialFile.Open(settings.FailuresPath, run.Progress.FailuresBytes);
        Totals.Repeated = run.Progress.Repeated;
        Totals.Renamed = run.Progress.Renamed;
        Totals.AddWritten(_facts.ReadLines(), _failures.ReadLines(), record => _seen.Admit(record.Article.Id, record.Article.Text));
    }

    /// <summary>Where to go on reading.</summary>
    public RunPosition Start => _position;

    /// <summary>What has been written, also before an interruption.</summary>
    public RunTotals Totals { get; } = new();

    /// <summary>Takes the next result in order.</summary>
    public void Add(LineResult<ExtractedArticle> result)
    {
        if (result.Outcome.Succeeded)
            Add(result.Outcome.Value);
        else
            Add(result.Outcome.Failure);
        _position = result.Next;
        if (_newArticles.Count >= BatchArticles || _uncommittedBytes >= BatchBytes || _clock.GetElapsedTime(_lastCommit) >= BatchTime)
            Commit();
    }

    /// <summary>Makes everything taken so far survive a kill.</summary>
    public void Commit()
    {
        _facts.Flush();
        _failures.Flush();
        _store.Commit(_run, new StoreBatch
        {
            Articles = _newArticles,
            Failures = _newFailures,
            Progress = new RunProgress
            {
                FactsBytes = _facts.Bytes,
                FailuresBytes = _failures.Bytes,
                NextInput = _position.Input,
                NextItem = _position.Item,
                Repeated = Totals.Repeated,
                Renamed = Totals.Renamed,
            },
        });
        _newArticles.Clear();
        _newFailures.Clear();
        _uncommittedBytes = 0;
        _lastCommit = _clock.GetTimestamp();
    }

    /// <summary>Completes the run: the files get their final names.</summary>
    public void Publish()
    {
        Commit();
        _store.SetState(_run, RunState.Written, _clock.GetUtcNow());
        _facts.Publish();
        _failures.Publish();
        _store.SetState(_run, RunState.Done, _clock.GetUtcNow());
    }

    public void Dispose()
    {
        _facts.Dispose();
        _failures.Dispose();
    }

    private void Add(ExtractedArticle article)
    {
        if (_seen.Admit(article.Record.Article.Id, article.Record.Article.Text) is not { } id)
        {
            Totals.Repeated++;
            return;
        }
        if (id != article.Record.Article.Id)
        {
            Totals.Renamed++;
            article = ExtractedArticle.Of(article.Record with { Article = article.Record.Article with { Id = id } });
        }
        _facts.AppendLine(article.Json);
        _newArticles.Add(new StoredArticle(article.Record, article.Json));
        _uncommittedBytes += article.Json.Length;
        Totals.Add(article.Record);
    }

    private void Add(DocumentFailure failure)
    {
        _failures.AppendLine(JsonSerializer.SerializeToUtf8Bytes(failure, RecordsJson.Readable.DocumentFailure));
        _newFailures.Add(failure);
        Totals.AddFailure();
    }
}
