namespace Extraction.Training.Pages;

/// <summary>The blocks to train on: features row after row, labels and weights.</summary>
internal sealed class BlockRows
{
    // Long runs of links are many and easy: a quarter of them, each counted four times, teaches the same.
    private const float EasyLinkDensity = 0.8f;
    private const int EasyWords = 14;
    private const int EasyShare = 4;

    // Long blocks count more, as in the measure; all pages count the same.
    private const double MaxWeight = 4;
    private const double WeightScale = 60;

    public BlockRows(IReadOnlyList<TrainingPage> pages, int features)
    {
        Features = features;
        var labels = new List<bool>();
        var weights = new List<float>();
        var values = new List<float[]>();
        foreach (TrainingPage page in pages)
        {
            for (int block = 0; block < page.Labels.Length; block++)
            {
                bool isEasy = !page.Labels[block] && page.LinkDensities[block] > EasyLinkDensity && page.Words[block] <= EasyWords;
                if (isEasy && block % EasyShare != 0)
                    continue;
                labels.Add(page.Labels[block]);
                weights.Add((float)Math.Min(MaxWeight, (page.Words[block] + 3.0) / Math.Max(20, page.Gold.WordCount) * WeightScale) * (isEasy ? EasyShare : 1));
                values.Add(page.Features.AsSpan(block * features, features).ToArray());
            }
        }
        Labels = [.. labels];
        Weights = [.. weights];
        Values = [.. values];
    }

    public int Features { get; }

    public int Count => Labels.Length;

    public bool[] Labels { get; }

    public float[] Weights { get; }

    public float[][] Values { get; }
}
