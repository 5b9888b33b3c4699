namespace Extraction.Relations;

/// <summary>Finds the genes that a product edits or delivers, by the patterns of <c>seeds/rules/gene-roles.tsv</c>.</summary>
/// <remarks>Rules, since the gold holds 25 examples of each: too few to learn from.</remarks>
internal sealed class GeneRoleRules(GeneRolePattern[] patterns)
{
    /// <summary>Calls <paramref name="found"/> with the relation, the product, the gene and the sentence for each statement.</summary>
    public void Find(MaskedArticle article, Action<RelationType, int, int, int> found)
    {
        for (int index = 0; index < article.Mentions.Length; index++)
        {
            if (article.TypeOf(index) != EntityType.Target)
                continue;
            MaskedMention gene = article.Mentions[index];
            foreach (GeneRolePattern pattern in patterns)
            {
                if (!pattern.Fits(article, gene))
                    continue;
                if (Product(article, index) is { } product)
                    found(pattern.Relation, product, gene.Entity, gene.Sentence);
                break;
            }
        }
    }

    private static int? Product(MaskedArticle article, int gene)
    {
        int sentence = article.Mentions[gene].Sentence;
        for (int before = gene - 1; before >= 0 && article.Mentions[before].Sentence == sentence; before--)
        {
            if (article.TypeOf(before) == EntityType.Product)
                return article.Mentions[before].Entity;
        }
        for (int earlier = gene - 1; earlier >= 0 && article.Mentions[earlier].Sentence >= sentence - 1; earlier--)
        {
            if (article.TypeOf(earlier) == EntityType.Product)
                return article.Mentions[earlier].Entity;
        }
        for (int after = gene + 1; after < article.Mentions.Length && article.Mentions[after].Sentence == sentence; after++)
        {
            if (article.TypeOf(after) == EntityType.Product)
                return article.Mentions[after].Entity;
        }
        return null;
    }
}
