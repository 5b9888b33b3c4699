using Extraction.Pages.Html;

namespace Extraction.Pages.Blocks;

/// <summary>Chooses the blocks of the article.</summary>
internal static class BlockChooser
{
    // Added to every block's words: many one-word blocks are worth something too.
    private const int WordsOfBlock = 2;

    /// <summary>The blocks that belong to the article, in document order.</summary>
    public static List<Block> Choose(PageContext page)
    {
        IReadOnlyList<Block> blocks = page.Tree.Blocks;
        if (blocks.Count == 0)
            return [];
        BlockModel model = BlockModel.Embedded;
        var features = new BlockFeatures(page);
        Span<float> buffer = stackalloc float[BlockFeatures.Capacity];
        float[] probabilities = new float[blocks.Count];
        for (int index = 0; index < probabilities.Length; index++)
            probabilities[index] = model.Score(features.Write(index, buffer));
        bool[] isChosen = Choose(probabilities, index => blocks[index].Words);
        return [.. blocks.Where(block => isChosen[block.Index])];
    }

    /// <summary>
    /// The blocks whose choice makes the expected overlap with the article (words in both over words in either) largest: it is known to be a
    /// prefix of the blocks in the order of their probabilities.
    /// </summary>
    public static bool[] Choose(float[] probabilities, Func<int, int> wordsOf)
    {
        int[] order = [.. Enumerable.Range(0, probabilities.Length)];
        Array.Sort(order, (left, right) => probabilities[left] != probabilities[right] ? probabilities[right].CompareTo(probabilities[left]) : left.CompareTo(right));
        double missing = 0;
        for (int index = 0; index < probabilities.Length; index++)
            missing += probabilities[index] * (wordsOf(index) + WordsOfBlock);
        double found = 0, chosen = 0, best = 0;
        int count = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            double words = wordsOf(order[rank]) + WordsOfBlock, expected = probabilities[order[rank]] * words;
            found += expected;
            missing -= expected;
            chosen += words;
            double overlap = found / (chosen + missing);
            if (overlap > best)
                (best, count) = (overlap, rank + 1);
        }
        bool[] isChosen = new bool[probabilities.Length];
        for (int rank = 0; rank < count; rank++)
            isChosen[order[rank]] = true;
        return isChosen;
    }
}
