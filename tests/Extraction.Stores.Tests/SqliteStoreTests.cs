using Microsoft.Data.Sqlite;

namespace Extraction.Stores.Tests;

[TestClass]
public sealed class SqliteStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly RunSettings Settings = new("/out", "program 1", "inputs 1");

    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.PathOf("facts.db");

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Write_article_stores_every_part_of_its_record()
    {
        Write(SampleRecords.Round("a"));

        Assert.AreEqual("a\tnews/a.txt\t2026-01-04\ten", Database.Cell(FilePath, "SELECT id, source, published, language FROM articles"));
        Assert.AreEqual("Alder Bio, Ltd.", Database.Cell(FilePath, "SELECT name FROM entities WHERE type = 'company'"));
        Assert.AreSequenceEqual(["0\t9\tAlder Bio", "23\t38\tAlder Bio, Ltd."],
            Database.Rows(FilePath, "SELECT span_start, span_end, text FROM mentions WHERE entity_key = 1 ORDER BY 1"));
        Assert.AreEqual("funding\tdone\tventure\tSeries B\t40000000\tUSD\tup_to",
            Database.Cell(FilePath, "SELECT type, status, kind, round, amount_value, amount_currency, amount_qualifier FROM events"));
        Assert.AreEqual("23\t94", Database.Cell(FilePath, "SELECT span_start, span_end FROM event_evidence"));
    }

    [TestMethod]
    public void Write_relations_join_the_entities_that_they_name()
    {
        Write(SampleRecords.Round("a"), SampleRecords.Product("b"));

        Assert.AreSequenceEqual(["Alder Bio\tdevelops\tAB-101", "AB-101\ttargets\tGPRC5D", "AB-101\ttreats\tmyeloma", "AB-101\tuses\tCAR-T"],
            Database.Rows(FilePath,
                "SELECT f.name, r.type, t.name FROM relations r JOIN entities f ON f.entity_key = from_key JOIN entities t ON t.entity_key = to_key ORDER BY r.type"));
        Assert.AreEqual("{\"hgnc\":\"GPRC5D\"}", Database.Cell(FilePath, "SELECT ids FROM entities WHERE type = 'target'"));
    }

    [TestMethod]
    public void Write_same_article_again_changes_nothing()
    {
        Write(SampleRecords.Round("a"), SampleRecords.Product("b"));
        string before = Database.Facts(FilePath);

        Write(SampleRecords.Round("a"), SampleRecords.Product("b"));

        Assert.AreEqual(before, Database.Facts(FilePath));
    }

    [TestMethod]
    public void Write_changed_article_replaces_its_facts_and_no_others()
    {
        Write(SampleRecords.Round("a"), SampleRecords.Round("b"));

        Write(SampleRecords.Round("a", amount: 55_000_000));

        Assert.AreSequenceEqual(["a\t55000000", "b\t40000000"],
            Database.Rows(FilePath, "SELECT id, amount_value FROM events JOIN articles USING (article_key) ORDER BY id"));
        Assert.AreEqual("6\t8\t6", Database.Cell(FilePath,
            "SELECT (SELECT count(*) FROM entities), (SELECT count(*) FROM mentions), (SELECT count(*) FROM event_roles WHERE role <> 'lead')"));
    }

    [TestMethod]
    public void Commit_failing_in_the_middle_leaves_nothing_of_the_batch()
    {
        using (var store = SqliteStore.Open(FilePath))
        {
            StoredRun run = store.BeginRun(Settings, Noon);
            StoredArticle broken = SampleRecords.Product("b");
            broken = broken with { Record = broken.Record with { Entities = [] } };

            Assert.ThrowsExactly<KeyNotFoundException>(() => store.Commit(run, Batch([SampleRecords.Round("a"), broken])));
            store.Commit(run, Batch([SampleRecords.Round("c")]));
        }

        Assert.AreEqual("c", Database.Cell(FilePath, "SELECT id FROM articles"));
    }

    [TestMethod]
    public void FindRun_gives_the_progress_of_the_last_commit()
    {
        var progress = new RunProgress { FactsBytes = 100, FailuresBytes = 20, NextInput = 3, NextItem = 2, Repeated = 1, Renamed = 4 };
        using (var store = SqliteStore.Open(FilePath))
        {
            StoredRun run = store.BeginRun(Settings, Noon);
            store.Commit(run, new StoreBatch { Articles = [], Failures = [new DocumentFailure("x.txt", "read", "It is empty.")], Progress = progress });
            store.Commit(run, new StoreBatch { Articles = [], Failures = [new DocumentFailure("y.txt", "clean", "It is noise.")], Progress = progress });
        }

        using var again = SqliteStore.Open(FilePath);
        StoredRun? found = again.FindRun("/out");

        Assert.IsNotNull(found);
        Assert.AreEqual(new StoredRun(1, Settings, RunState.Running, progress), found);
        Assert.AreSequenceEqual(["1\tx.txt\tread\tIt is empty.", "2\ty.txt\tclean\tIt is noise."],
            Database.Rows(FilePath, "SELECT position, source, stage, reason FROM failures ORDER BY position"));
        Assert.IsNull(again.FindRun("/elsewhere"));
    }

    [TestMethod]
    public void BeginRun_abandons_unfinished_runs_to_the_same_output_only()
    {
        using (var store = SqliteStore.Open(FilePath))
        {
            store.BeginRun(Settings, Noon);
            store.BeginRun(Settings with { Output = "/elsewhere" }, Noon);
            store.SetState(store.BeginRun(Settings, Noon), RunState.Done, Noon);
            store.BeginRun(Settings, Noon);
        }

        Assert.AreSequenceEqual(["1\tabandoned", "2\trunning", "3\tdone", "4\trunning"], Database.Rows(FilePath, "SELECT run_key, state FROM runs ORDER BY 1"));
    }

    [TestMethod]
    public void Funding_view_names_company_and_investors()
    {
        Write(SampleRecords.Round("a"));

        Assert.AreEqual("Alder Bio, Ltd.\tdone\t2026-01-04\tSeries B\t40000000\tUSD\tBirch Capital; Cedar Fund\tBirch Capital",
            Database.Cell(FilePath, "SELECT company, status, date, round, amount_value, amount_currency, investors, leads FROM funding"));
        Assert.AreEqual("Alder Bio, Ltd.\tUSD\t1\t40000000\t2026-01-04", Database.Cell(FilePath, "SELECT * FROM funding_by_company"));
    }

    [TestMethod]
    public void Pipeline_view_gathers_what_articles_say_of_a_product()
    {
        Write(SampleRecords.Product("a"), SampleRecords.Product("b"));

        Assert.AreEqual("AB-101\tAlder Bio\tGPRC5D\tCAR-T\tmyeloma\t1\t2", Database.Cell(FilePath, "SELECT * FROM product_pipeline"));
    }

    [TestMethod]
    public void Open_file_that_is_no_database_says_which_and_what_to_do()
    {
        File.WriteAllText(FilePath, new string('x', 4096));

        StoreException exception = Assert.ThrowsExactly<StoreException>(() => SqliteStore.Open(FilePath));

        Assert.Contains(FilePath, exception.Message);
        Assert.Contains("--db", exception.Message);
    }

    [TestMethod]
    public void Open_database_of_a_newer_program_is_refused()
    {
        SqliteStore.Open(FilePath).Dispose();
        using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            connection.Open();
            connection.Execute("INSERT INTO migrations VALUES (99, 'future')");
        }

        StoreException exception = Assert.ThrowsExactly<StoreException>(() => SqliteStore.Open(FilePath));

        Assert.Contains("version 99", exception.Message);
    }

    [TestMethod]
    public void Dispose_leaves_one_file()
    {
        Write(SampleRecords.Round("a"));

        Assert.AreEqual(FilePath, Assert.ContainsSingle(Directory.GetFiles(Path.GetDirectoryName(FilePath)!)));
    }

    private static StoreBatch Batch(StoredArticle[] articles) => new() { Articles = articles, Failures = [], Progress = default };

    private void Write(params StoredArticle[] articles)
    {
        using var store = SqliteStore.Open(FilePath);
        store.Write(articles);
    }
}
