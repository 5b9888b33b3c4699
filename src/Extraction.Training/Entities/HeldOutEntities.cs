using Extraction.Entities;
using Extraction.Entities.Features;
using Extraction.Gazetteers;
using Extraction.Learning;
using Extraction.Records;
using Extraction.Training.Clusters;
using Extraction.Training.Learning;

namespace Extraction.Training.Entities;

/// <summary>Finds the entities of annotated articles by recognisers that were trained without them.</summary>
/// <remarks>
/// Stages after the recogniser are trained on these: on its own training articles the recogniser is far better than on new ones, and a stage
/// trained there would trust it too much. Without habits of words: those were noted by models that had seen all of the gold.
/// </remarks>
public static class HeldOutEntities
{
    /// <summary>How many parts the committed models were trained with.</summary>
    public const int DefaultFolds = 4;

    /// <summary>The records with the entities found in place of the annotated ones, in the given order, without relations and events.</summary>
    /// <param name="records">Annotated articles.</param>
    /// <param name="modelFolder">Where <c>clusters.bin</c> and <c>entities.bin</c> are; the latter gives the calibration.</param>
    /// <param name="folds">Articles are dealt into so many parts; each is read by a recogniser trained on the others.</param>
    /// <param name="log">Gets a line per step.</param>
    public static IReadOnlyList<ArticleRecord> Find(IReadOnlyList<ArticleRecord> records, string modelFolder, int folds, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(log);
        var clusters = new WordClusters(File.ReadAllBytes(Path.Combine(modelFolder, ClusterTraining.ModelFile)));
        ReadOnlyMemory<byte> curve = new ModelArchive(EntityTraining.ModelFile, File.ReadAllBytes(Path.Combine(modelFolder, EntityTraining.ModelFile)))[EntityModels.Calibration];
        var encoder = new ArticleEncoder(new WordKnowledge(clusters, LearntWords.None), Gazetteer.Default);
        var set = new TrainingSet(new Extraction.Entities.Sequences.TagSet(Enum.GetValues<EntityType>().Length));
        foreach (ArticleRecord record in records)
        {
            Document document = ArticleEncoder.Read(RecordReader.ReadArticle(record.Article));
            set.Add(encoder.Encode(document), TagEncoder.Encode(document, RecordReader.ReadEntities(record).SelectMany(entity => entity.Mentions), set.Tags));
        }
        var found = new ArticleRecord[records.Count];
        for (int fold = 0; fold < folds; fold++)
        {
            var models = new EntityModels(Train(set, sequence => sequence.Group % folds != fold, curve), clusters, Gazetteer.Default);
            IAnnotator recognizer = models.CreateRecognizer(), annotator = models.CreateAnnotator();
            for (int index = fold; index < records.Count; index += folds)
                found[index] = RecordBuilder.Build(annotator.Annotate(recognizer.Annotate(ArticleEncoder.Read(RecordReader.ReadArticle(records[index].Article)))));
            log($"entities of part {fold + 1} of {folds}");
        }
        return found;
    }

    private static byte[] Train(TrainingSet set, Func<TrainingSequence, bool> isKept, ReadOnlyMemory<byte> curve)
    {
        CrfWeights weights = CrfTrainer.Train(set, [.. set.Sequences.Where(isKept)], new CrfOptions(), _ => { });
        var archive = new ModelArchiveWriter();
        archive.Add(EntityModels.Weights, MentionModelWriter.Write(weights));
        archive.Add(EntityModels.Calibration, curve.ToArray());
        return archive.Write();
    }
}
