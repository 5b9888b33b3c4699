using System.Buffers.Binary;
using Extraction.Records;
using Extraction.Relations;
using Extraction.Seeds;
using Extraction.Tokens;
using Extraction.Training.Learning;
using Extraction.Values;

namespace Extraction.Training.Relations;

/// <summary>Trains the relation classifiers; the same gold gives the same bytes.</summary>
public static class RelationTrainer
{
    /// <summary>Trains on the gold and writes <c>relations.bin</c> and <c>relations.manifest.json</c> into <paramref name="output"/>.</summary>
    /// <returns>Precision, recall and F1 of every relation by cross-validation on the gold entities.</returns>
    /// <exception cref="IOException">A gold file cannot be read or the output not written.</exception>
    public static RelationTrainingReport Train(RelationTrainingOptions options, string output)
    {
        ArgumentNullException.ThrowIfNull(options);
        var articles = Read(options.Gold);
        RelationExamples[] examples = RelationExamples.Make(articles);
        var archive = new ModelArchiveWriter();
        var scores = new List<RelationScore>();
        for (int index = 0; index < examples.Length; index++)
            scores.Add(TrainOne(examples[index], RelationSignature.Learnt[index].Type, articles.Count, options, archive));
        var report = new RelationTrainingReport(articles.Count, [.. scores]);
        Directory.CreateDirectory(output);
        byte[] model = archive.Write();
        File.WriteAllBytes(Path.Combine(output, RelationModels.File), model);
        File.WriteAllText(Path.Combine(output, "relations.manifest.json"), report.Manifest(options, model));
        return report;
    }

    private static List<(Document Document, ArticleRecord Gold)> Read(IEnumerable<string> files)
    {
        var pipeline = new Pipeline([new TokenAnnotator(new SentenceSplitter(EmbeddedData.Rules("abbreviations"))), new ValueAnnotator()]);
        var articles = new List<(Document, ArticleRecord)>();
        foreach (string file in files)
        {
            foreach (string line in File.ReadLines(file).Where(line => line.Length > 0))
            {
                ArticleRecord gold = RecordsJson.Read(line);
                Document document = pipeline.Annotate(RecordReader.ReadArticle(gold.Article));
                articles.Add((document with { Entities = RecordReader.ReadEntities(gold) }, gold));
            }
        }
        return articles;
    }

    private static RelationScore TrainOne(RelationExamples examples, RelationType type, int articles, RelationTrainingOptions options, ModelArchiveWriter archive)
    {
        var linear = new LinearOptions(options.Cost) { Seed = options.Seed };
        (float Score, bool Right)[] held = HeldOut(examples, articles, options, linear);
        int gold = held.Count(item => item.Right) + examples.Unreachable;
        RelationScore best = BestThreshold(type, held, gold);
        LinearWeights weights = LinearTrainer.Train(examples.Rows, [.. examples.Labels.Select((label, row) => new LabelledRow(row, label.Positive))], linear);
        string name = RelationModels.Name(type);
        archive.Add(name, LinearModelWriter.Write(examples.Rows.Keys, [name], [weights]));
        archive.Add(name + ".curve", CalibrationTrainer.Fit(held));
        byte[] threshold = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(threshold, best.Threshold);
        archive.Add(name + ".threshold", threshold);
        return best;
    }

    // Every pair's score by a model that has not seen its article.
    private static (float Score, bool Right)[] HeldOut(RelationExamples examples, int articles, RelationTrainingOptions options, LinearOptions linear)
    {
        int[] fold = Deal(articles, options);
        var held = new (float, bool)[examples.Labels.Count];
        Parallel.For(0, options.Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, part =>
        {
            LabelledRow[] seen = [.. examples.Labels.Select((label, row) => (label, row)).Where(item => fold[item.label.Article] != part)
                .Select(item => new LabelledRow(item.row, item.label.Positive))];
            LinearWeights weights = LinearTrainer.Train(examples.Rows, seen, linear);
            for (int row = 0; row < held.Length; row++)
            {
                if (fold[examples.Labels[row].Article] == part)
                    held[row] = (weights.Score(examples.Rows, row), examples.Labels[row].Positive);
            }
        });
        return held;
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
    private static RelationScore BestThreshold(RelationType type, (float Score, bool Right)[] held, int gold)
    {
        var best = new RelationScore(type, gold, 0, 0, 0);
        int right = 0, reported = 0;
        foreach ((float score, bool isRight) in held.OrderByDescending(item => item.Score).ThenBy(item => item.Right))
        {
            reported++;
            right += isRight ? 1 : 0;
            var next = new RelationScore(type, gold, reported, right, score);
            if (next.F1 > best.F1)
                best = next;
        }
        return best;
    }
}
