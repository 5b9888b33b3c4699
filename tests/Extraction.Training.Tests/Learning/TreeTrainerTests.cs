using Extraction.Learning;
using Extraction.Training.Learning;

namespace Extraction.Training.Tests.Learning;

[TestClass]
public sealed class TreeTrainerTests
{
    [TestMethod]
    public void Train_learns_that_two_features_must_agree()
    {
        (float[][] rows, bool[] labels) = Agreement();

        var ensemble = new TreeEnsemble(TreeTrainer.Train(rows, labels, new TreeOptions()));

        Assert.IsGreaterThan(0f, ensemble.Score([0.9f, 0.9f, 0.5f]));
        Assert.IsGreaterThan(0f, ensemble.Score([0.1f, 0.1f, 0.5f]));
        Assert.IsLessThan(0f, ensemble.Score([0.9f, 0.1f, 0.5f]));
    }

    [TestMethod]
    public void Train_twice_gives_the_same_bytes()
    {
        (float[][] rows, bool[] labels) = Agreement();

        Assert.AreSequenceEqual(TreeTrainer.Train(rows, labels, new TreeOptions()), TreeTrainer.Train(rows, labels, new TreeOptions()));
    }

    [TestMethod]
    public void Train_on_one_class_gives_that_class()
    {
        (float[][] rows, bool[] labels) = Agreement();

        var ensemble = new TreeEnsemble(TreeTrainer.Train(rows, [.. labels.Select(_ => true)], new TreeOptions()));

        Assert.IsGreaterThan(2f, ensemble.Score([0.5f, 0.5f, 0.5f]));
    }

    [TestMethod]
    public void Fit_gives_the_share_of_right_items_and_never_falls()
    {
        var random = new SplitMix(7);
        (float Score, bool Right)[] items = [.. Enumerable.Range(0, 4000).Select(_ => random.Next(1000) / 1000f)
            .Select(score => (score, random.Next(1000) < 1000 * score * score))];

        var curve = new CalibrationCurve(CalibrationTrainer.Fit(items));

        Assert.AreEqual(0.25, curve.Probability(0.5f), 0.06);
        Assert.AreEqual(0.64, curve.Probability(0.8f), 0.06);
        double[] probabilities = [.. Enumerable.Range(-10, 130).Select(step => curve.Probability(step / 100f))];
        Assert.AreSequenceEqual([.. probabilities.Order()], probabilities);
    }

    [TestMethod]
    public void Fit_of_nothing_gives_a_curve()
    {
        Assert.IsInRange(0, 1, new CalibrationCurve(CalibrationTrainer.Fit([])).Probability(3));
    }

    private static (float[][] Rows, bool[] Labels) Agreement()
    {
        var random = new SplitMix(3);
        float[][] rows = [.. Enumerable.Range(0, 300).Select(_ => new[] { random.Next(100) / 100f, random.Next(100) / 100f, random.Next(100) / 100f })];
        return (rows, [.. rows.Select(row => row[0] > 0.5f == row[1] > 0.5f)]);
    }
}
