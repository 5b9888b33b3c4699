using Extraction.Learning;
using Extraction.Training.Learning;

namespace Extraction.Training.Tests.Learning;

[TestClass]
public sealed class LinearTrainerTests
{
    private const ulong Red = 0xA1B2C3D4E5F60718, Blue = 0x1020304050607080, Noise = 0x0F1E2D3C4B5A6978;

    [TestMethod]
    public void Train_separates_rows_by_the_feature_that_tells_them_apart()
    {
        (SparseRows rows, LabelledRow[] labelled) = Example();

        LinearWeights weights = LinearTrainer.Train(rows, labelled, new LinearOptions(1));

        foreach (LabelledRow row in labelled)
            Assert.AreEqual(row.Positive, weights.Score(rows, row.Row) > 0);
    }

    [TestMethod]
    public void Train_matches_the_optimum_where_it_is_known()
    {
        // One feature x = ±1 (as presence of one of two features with a shared bias of opposite pull) has no closed form; a lone bias has:
        // minimise b²/2 + C (n₊ log(1+e^-b) + n₋ log(1+e^b)), whose gradient must vanish.
        var rows = new SparseRows();
        LabelledRow[] labelled = [.. Enumerable.Range(0, 30).Select(index => new LabelledRow(rows.Add([]), index < 10))];

        LinearWeights weights = LinearTrainer.Train(rows, labelled, new LinearOptions(0.5) { Tolerance = 1e-8 });

        double bias = weights.Bias, probability = 1 / (1 + Math.Exp(-bias));
        Assert.AreEqual(0, bias - 0.5 * (10 * (1 - probability) - 20 * probability), 1e-4);
    }

    [TestMethod]
    public void Train_balanced_raises_the_rare_class()
    {
        (SparseRows rows, LabelledRow[] labelled) = Example();
        LabelledRow[] rare = [.. labelled.Where(row => row.Positive).Take(3), .. labelled.Where(row => !row.Positive)];

        float plain = LinearTrainer.Train(rows, rare, new LinearOptions(0.1)).Score(rows, rare[0].Row);
        float balanced = LinearTrainer.Train(rows, rare, new LinearOptions(0.1) { Balanced = true }).Score(rows, rare[0].Row);

        Assert.IsGreaterThan(plain, balanced);
    }

    [TestMethod]
    public void Train_without_a_positive_row_says_never()
    {
        (SparseRows rows, LabelledRow[] labelled) = Example();

        LinearWeights weights = LinearTrainer.Train(rows, [.. labelled.Where(row => !row.Positive)], new LinearOptions(1));

        Assert.IsLessThan(-10f, weights.Score(rows, 0));
    }

    [TestMethod]
    public void Write_keeps_the_scores_to_the_precision_of_its_weights()
    {
        (SparseRows rows, LabelledRow[] labelled) = Example();
        LinearWeights[] weights = LinearTrainer.TrainEach(rows, [.. labelled.Select(row => (row.Row, row.Positive ? 1 : 0))], 2, new LinearOptions(1));

        var model = new LinearModel(LinearModelWriter.Write(rows.Keys, ["blue", "red"], weights));

        var scores = new float[2];
        model.Score([Red, Noise, 12345], scores);
        Assert.AreSequenceEqual(["blue", "red"], model.Labels);
        Assert.AreEqual(weights[1].Score(rows, 0), scores[1], 1e-2f);
        Assert.AreEqual(1, model.Best([Red]).Label);
        Assert.AreEqual(0, model.Best([Blue]).Label);
    }

    [TestMethod]
    public void Score_of_model_does_not_depend_on_the_order_of_features()
    {
        (SparseRows rows, LabelledRow[] labelled) = Example();
        var model = new LinearModel(LinearModelWriter.Write(rows.Keys, ["red"], [LinearTrainer.Train(rows, labelled, new LinearOptions(1))]));

        Assert.AreEqual(model.Score([Red, Blue, Noise]), model.Score([Noise, Red, Blue]));
    }

    [TestMethod]
    public void Archive_gives_back_each_model_and_names_the_missing_one()
    {
        var writer = new ModelArchiveWriter();
        writer.Add("first", [1, 2, 3]);
        writer.Add("second", [4, 5]);

        var archive = new ModelArchive("test.bin", writer.Write());

        Assert.AreSequenceEqual(new byte[] { 1, 2, 3 }, archive["first"].ToArray());
        Assert.AreSequenceEqual(new byte[] { 4, 5 }, archive["second"].ToArray());
        Assert.IsFalse(archive.Contains("third"));
        Assert.Contains("third", Assert.ThrowsExactly<InvalidDataException>(() => archive["third"]).Message);
    }

    [TestMethod]
    public void Archive_refuses_bytes_of_another_kind()
    {
        Assert.ThrowsExactly<InvalidDataException>(() => new ModelArchive("test.bin", new byte[64]));
    }

    private static (SparseRows Rows, LabelledRow[] Labelled) Example()
    {
        var rows = new SparseRows();
        var labelled = new List<LabelledRow>();
        for (int index = 0; index < 40; index++)
        {
            bool red = index % 2 == 0;
            labelled.Add(new LabelledRow(rows.Add(index % 3 == 0 ? [red ? Red : Blue, Noise] : [red ? Red : Blue]), red));
        }
        return (rows, [.. labelled]);
    }
}
