namespace Extraction.Pages.Html;

/// <summary>Chooses the blocks of the article by where most of a page's prose stands: an element is worth the prose of its blocks, less at every level up.</summary>
internal static class ContainerScorer
{
    private const int Levels = 5;
    private const double MaxLinkDensity = 0.5;
    private const int MinWords = 5;

    public static List<Block> Choose(PageTree tree)
    {
        double[] scores = new double[tree.Elements.Count];
        foreach (Block block in tree.Blocks)
        {
            if (!block.IsProse)
                continue;
            ElementNode? element = block.Element;
            double worth = block.Text.Length;
            for (int level = 0; level < Levels && element is not null; level++, element = element.Parent)
                scores[element.Index] += worth / (level < 2 ? 1 : level * 2);
        }
        ElementNode? best = null;
        double bestScore = 0;
        foreach (ElementNode element in tree.Elements)
        {
            double score = scores[element.Index] * (element.TextUnits == 0 ? 0 : 1 - (double)element.LinkUnits / element.TextUnits);
            if (score <= bestScore)
                continue;
            bestScore = score;
            best = element;
        }
        var chosen = new List<Block>();
        for (int index = best?.FirstBlock ?? 0; index < (best?.EndBlock ?? 0); index++)
        {
            Block block = tree.Blocks[index];
            if (block.LinkDensity < MaxLinkDensity && block.Words >= MinWords)
                chosen.Add(block);
        }
        return chosen;
    }
}
