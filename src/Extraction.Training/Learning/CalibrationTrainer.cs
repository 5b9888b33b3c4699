using Extraction.Learning;

namespace Extraction.Training.Learning;

/// <summary>Fits a <see cref="CalibrationCurve"/> by isotonic regression (pool adjacent violators).</summary>
internal static class CalibrationTrainer
{
    // Fewer items than this give no knot of their own: their share of right ones is mostly chance.
    private const int MinItems = 25;

    /// <summary>Fits scores from data that the scoring model was not trained on; returns the curve's bytes.</summary>
    public static byte[] Fit(IEnumerable<(float Score, bool Right)> items)
    {
        var blocks = new List<Block>();
        foreach ((float score, bool right) in items.OrderBy(item => item.Score).ThenBy(item => item.Right))
        {
            var block = new Block(score, right ? 1 : 0, 1);
            while (blocks.Count > 0 && (blocks[^1].Rate >= block.Rate || blocks[^1].Count < MinItems))
            {
                block = blocks[^1].Join(block);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        if (blocks.Count > 1 && blocks[^1].Count < MinItems)
        {
            Block last = blocks[^1];
            blocks.RemoveAt(blocks.Count - 1);
            blocks[^1] = blocks[^1].Join(last);
        }
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        // One knot at least, and scores that differ: the reader interpolates between neighbours.
        Block[] knots = [.. blocks.DistinctBy(block => block.Score).DefaultIfEmpty(new Block(0, 0, 1))];
        writer.Write(knots.Length);
        foreach (Block knot in knots)
            writer.Write(knot.Score);
        double highest = 0;
        foreach (Block knot in knots)
            writer.Write((float)(highest = Math.Max(highest, knot.Smoothed)));
        writer.Flush();
        return stream.ToArray();
    }

    private readonly record struct Block(double Sum, double Right, int Count)
    {
        public float Score => (float)(Sum / Count);

        public double Rate => Right / Count;

        // Half a right and half a wrong item added, so that no probability is ever 0 or 1; blocks of
        // unequal size may cross by it, so the writer takes the running maximum.
        public double Smoothed => (Right + 0.5) / (Count + 1);

        public Block Join(Block next) => new(Sum + next.Sum, Right + next.Right, Count + next.Count);
    }
}
