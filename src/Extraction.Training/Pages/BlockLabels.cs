namespace Extraction.Training.Pages;

/// <summary>Tells from the gold text which blocks are part of the article.</summary>
internal static class BlockLabels
{
    private const double MinShare = 0.5;

    // Shorter blocks have no 4-gram of their own: they count when they stand between the gold's words like their neighbours.
    private const int MinWords = 4;

    public static bool[] Of(string[] texts, ShingleText gold)
    {
        ShingleText[] blocks = [.. texts.Select(text => new ShingleText(text))];
        bool[] labels = [.. blocks.Select(block => block.WordCount >= MinWords && Share(block, gold) > MinShare)];
        LabelShort(texts, blocks, labels, gold);
        DropCopies(texts, labels);
        return labels;
    }

    private static double Share(ShingleText block, ShingleText gold) =>
        (double)block.Counts.Sum(pair => Math.Min(pair.Value, gold.Counts.GetValueOrDefault(pair.Key))) / block.Total;

    // A short block is part of the article if its words, with the last or first words of the labelled block beside it, make a 4-gram of the gold.
    private static void LabelShort(string[] texts, ShingleText[] blocks, bool[] labels, ShingleText gold)
    {
        for (int index = 0; index < texts.Length; index++)
        {
            if (blocks[index].WordCount is 0 or >= MinWords)
                continue;
            bool follows = index > 0 && labels[index - 1] && Share(new ShingleText(Tail(texts[index - 1], MinWords - 1) + " " + texts[index]), gold) > 0.99;
            bool precedes = index + 1 < texts.Length && labels[index + 1] && Share(new ShingleText(texts[index] + " " + Head(texts[index + 1], MinWords - 1)), gold) > 0.99;
            labels[index] = follows || precedes;
        }
    }

    // Of several copies of a text that the gold holds once, the one among other parts of the article is meant.
    private static void DropCopies(string[] texts, bool[] labels)
    {
        foreach (IGrouping<string, int> copies in Enumerable.Range(0, texts.Length).Where(index => labels[index]).GroupBy(index => texts[index]).Where(group => group.Count() > 1).ToList())
        {
            int best = copies.MaxBy(index => Enumerable.Range(index - 3, 7).Count(near => near >= 0 && near < labels.Length && near != index && labels[near] && texts[near] != texts[index]));
            foreach (int index in copies)
                labels[index] = index == best;
        }
    }

    private static string Tail(string text, int words) => string.Join(' ', text.Split(' ')[^Math.Min(words, text.Split(' ').Length)..]);

    private static string Head(string text, int words) => string.Join(' ', text.Split(' ').Take(words));
}
