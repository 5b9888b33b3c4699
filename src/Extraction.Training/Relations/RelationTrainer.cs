using System.Buffers.Binary;
using Extraction.Records;
using Extraction.Relations;
using Extraction.Seeds;
using Extraction.Tokens;
using Extraction.Training.Learning;
using Extraction.Values;

namespace Extraction.Training.Relations;

/// <summary>Trains the relation classifiers; the same input gives the same bytes.</summary>
public static class RelationTrainer
{
    /// <summary>Trains and writes <c>relations.bin</c> and <c>relations.manifest.json</c> into <paramref name="output"/>.</summary>
    /// <returns>Precision, recall and F1 of every relation by cross-validation, on recognised entities where the options hold them.</returns>
    /// <exception cref="IOException">A gold file cannot be read or the output not written.</exception>
    public static RelationTrainingReport Train(RelationTrainingOptions options, string output)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<TrainingArticle> articles = Read(options);
        RelationExamples[] examples = RelationExamples.Make(articles);
        var archive = new ModelArchiveWriter();
        var scores = new List<RelationScore>();
        for (int index = 0; index < examples.Length; index++)
        {
            RelationType type = RelationSignature.Learnt[index].Type;
            int gold = articles.Where(article => article.Recognised == options.Recognised.Count > 0).Sum(article => article.Gold.GetValueOrDefault(type));
            scores.Add(TrainOne(examples[index], new RelationScore(type, gold, 0, 0, 0), options, archive));
        }
        var report = new RelationTrainingReport(articles.Count(article => !article.Recognised), [.. scores]);
        Directory.CreateDirectory(output);
        byte[] model = archive.Write();
        File.WriteAllBytes(Path.Combine(output, RelationModels.File), model);
        File.WriteAllText(Path.Combine(output, "relations.manifest.json"), report.Manifest(options, model));
        return report;
    }

    private static List<TrainingArticle> Read(RelationTrainingOptions options)
    {
        // Not the default pipeline: that one opens the very model that is about to be written.
        var pipeline = new Pipeline([new TokenAnnotator(new SentenceSplitter(EmbeddedData.Rules("abbreviations"))), new ValueAnnotator()]);
        Dictionary<string, ArticleRecord> recognised = options.Recognised.ToDictionary(record => record.Article.Id, StringComparer.Ordinal);
        var articles = new List<TrainingArticle>();
        int number = 0;
        foreach (string line in options.Gold.SelectMany(File.ReadLines).Where(line => line.Length > 0))
        {
            ArticleRecord gold = RecordsJson.Read(line);
            Document document = pipeline.Annotate(RecordReader.ReadArticle(gold.Article));
            articles.Add(TrainingArticle.Annotated(document, gold, number));
            if (recognised.TryGetValue(gold.Article.Id, out ArticleRecord? found))
                articles.Add(TrainingArticle.Found(document, gold, found, number));
            number++;
        }
        return articles;
    }

    private static RelationScore TrainOne(RelationExamples examples, RelationScore none, RelationTrainingOptions options, ModelArchiveWriter archive)
    {
        var linear = new LinearOptions(options.Cost) { Seed = options.Seed };
        List<(float Score, bool Right)> held = HeldOut(examples, options, linear);
        RelationScore best = BestThreshold(none, held);
        LinearWeights weights = LinearTrainer.Train(examples.Rows, [.. examples.Labels.Select((label, row) => new LabelledRow(row, label.Linked))], linear);
        string name = RelationModels.Name(none.Type);
        archive.Add(name, LinearModelWriter.Write(examples.Rows.Keys, [name], [weights]));
        archive.Add(name + ".curve", CalibrationTrainer.Fit(held));
        byte[] threshold = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(threshold, best.Threshold);
        archive.Add(name + ".threshold", threshold);
        return best;
    }

    // Every pair's score by a model that has not seen its article. Where there are recognised entities, only their pairs: the product meets no others.
    private static List<(float Score, bool Right)> HeldOut(RelationExamples examples, RelationTrainingOptions options, LinearOptions linear)
    {
        int[] fold = Deal(examples.Labels.Count == 0 ? 0 : examples.Labels.Max(label => label.Article) + 1, options);
        var scores = new float[examples.Labels.Count];
        Parallel.For(0, options.Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, part =>
        {
            LabelledRow[] seen = [.. examples.Labels.Select((label, row) => (label, row)).Where(item => fold[item.label.Article] != part)
                .Select(item => new LabelledRow(item.row, item.label.Linked))];
            LinearWeights weights = LinearTrainer.Train(examples.Rows, seen, linear);
            for (int row = 0; row < scores.Length; row++)
            {
                if (fold[examples.Labels[row].Article] == part)
                    scores[row] = weights.Score(examples.Rows, row);
            }
        });
        bool recognised = options.Recognised.Count > 0;
        return [.. examples.Labels.Select((label, row) => (label, row)).Where(item => item.label.Recognised == recognised)
            .Select(item => (scores[item.row], item.label.Linked))];
    }

    private static int[] Deal(int articles, RelationTrainingOptions options)
    {
        int[] order = [.. Enumerable.Range(0, articles)];
        new SplitMix(options.Seed).Shuffle(order);
        var fold = new int[articles];
        for (int place = 0; place < articles; place++)
            fold[order[place]] = place % options.Folds;
        return fold;
    }

    // The score from which on reporting gives the best F1.
    private static RelationScore BestThreshold(RelationScore none, List<(float Score, bool Right)> held)
    {
        RelationScore best = none;
        int right = 0, reported = 0;
        foreach ((float score, bool isRight) in held.OrderByDescending(item => item.Score).ThenBy(item => item.Right))
        {
            reported++;
            right += isRight ? 1 : 0;
            RelationScore next = none with { Reported = reported, Right = right, Threshold = score };
            if (next.F1 > best.F1)
                best = next;
        }
        return best;
    }
}
