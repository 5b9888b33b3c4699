using BenchmarkDotNet.Attributes;
using Extraction.Records;

namespace Extraction.Benchmarks;

/// <summary>The line from text to records, stage by stage: each method runs all stages up to its own, so that the ratios tell what each adds.</summary>
public class PipelineBenchmark
{
    private readonly Pipeline _tokens = Pipeline.CreateDefault().UpTo(Layers.Tokens);
    private readonly Pipeline _values = Pipeline.CreateDefault().UpTo(Layers.Values);
    private readonly Pipeline _mentions = Pipeline.CreateDefault().UpTo(Layers.Mentions);
    private readonly Pipeline _entities = Pipeline.CreateDefault().UpTo(Layers.Entities);
    private readonly Pipeline _relations = Pipeline.CreateDefault().UpTo(Layers.Relations);
    private readonly Pipeline _all = Pipeline.CreateDefault();

    [Benchmark(Baseline = true)]
    public int Tokens() => Run(_tokens);

    [Benchmark]
    public int Values() => Run(_values);

    [Benchmark]
    public int Mentions() => Run(_mentions);

    [Benchmark]
    public int Entities() => Run(_entities);

    [Benchmark]
    public int Relations() => Run(_relations);

    [Benchmark]
    public int Events() => Run(_all);

    [Benchmark]
    public long Records()
    {
        long bytes = 0;
        foreach (Article article in TextSample.Articles)
            bytes += RecordsJson.Write(RecordBuilder.Build(_all.Annotate(article))).Length;
        return bytes;
    }

    private static int Run(Pipeline pipeline)
    {
        int tokens = 0;
        foreach (Article article in TextSample.Articles)
            tokens += pipeline.Annotate(article).Tokens.Length;
        return tokens;
    }
}
