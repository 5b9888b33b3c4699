using Extraction.Entities;
using Extraction.Entities.Features;
using Extraction.Entities.Sequences;
using Extraction.Gazetteers;
using Extraction.Training.Entities;

namespace Extraction.Training.Tests.Entities;

[TestClass]
public sealed class CrfTrainerTests
{
    private static readonly TagSet Tags = new(Enum.GetValues<EntityType>().Length);

    private static readonly WordKnowledge Knowledge = new(WordClusters.None, LearntWords.None);

    private static readonly string[] Lines =
        ["Shares of Aldora Bio rose.", "Shares of Tarn Bio fell.", "Doctors in Boston agreed.", "Doctors in Geneva agreed.", "Nothing rose or fell."];

    [TestMethod]
    public void Train_learns_to_label_its_examples_and_their_like()
    {
        var recognizer = new MentionRecognizer(new MentionModel(Train(seed: 1)), Knowledge, Gazetteer.Default);

        Document document = recognizer.Annotate(Read("Shares of Fenwick Bio fell."));

        Mention mention = Assert.ContainsSingle(document.Mentions);
        Assert.AreEqual("Fenwick Bio", mention.Span.Of(document.Text).ToString());
        Assert.AreEqual(EntityType.Company, mention.Type);
    }

    [TestMethod]
    public void Train_gives_the_same_bytes_for_the_same_seed_only()
    {
        CollectionAssert.AreEqual(Train(seed: 1), Train(seed: 1));
        CollectionAssert.AreNotEqual(Train(seed: 1), Train(seed: 2));
    }

    private static byte[] Train(ulong seed)
    {
        var set = new TrainingSet(Tags);
        var encoder = new ArticleEncoder(Knowledge, Gazetteer.Default);
        foreach (string line in Lines)
        {
            Document document = Read(line);
            set.Add(encoder.Encode(document), TagEncoder.Encode(document, Names(line), Tags));
        }
        return MentionModelWriter.Write(CrfTrainer.Train(set, set.Sequences, new CrfOptions { Seed = seed, Epochs = 30, LeastCount = 1 }, _ => { }));
    }

    private static IEnumerable<Mention> Names(string line)
    {
        (string Name, EntityType Type)[] known =
        [
            ("Aldora Bio", EntityType.Company), ("Tarn Bio", EntityType.Company), ("Boston", EntityType.Place), ("Geneva", EntityType.Place),
        ];
        return known.Where(item => line.Contains(item.Name, StringComparison.Ordinal))
            .Select(item => (Start: line.IndexOf(item.Name, StringComparison.Ordinal), item))
            .Select(found => new Mention(new TextSpan(found.Start, found.Start + found.item.Name.Length), found.item.Type, "test", 1));
    }

    private static Document Read(string text) => ArticleEncoder.Read(new Article { Id = "a", Source = "a", Text = text });
}
