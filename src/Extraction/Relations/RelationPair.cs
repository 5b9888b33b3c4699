namespace Extraction.Relations;

/// <summary>Two entities that a learnt relation may link.</summary>
/// <param name="Signature">The index of the relation in <see cref="RelationSignature.Learnt"/>.</param>
/// <param name="From">The index of the entity that it would start from.</param>
/// <param name="To">The index of the entity that it would lead to.</param>
internal readonly record struct RelationPair(int Signature, int From, int To)
{
    /// <summary>Every pair of named entities of <paramref name="article"/> whose types fit a relation.</summary>
    public static IEnumerable<RelationPair> All(MaskedArticle article)
    {
        var entities = article.Document.Entities;
        for (int from = 0; from < entities.Length; from++)
        {
            if (article.MentionsOf[from].Length == 0)
                continue;
            for (int to = 0; to < entities.Length; to++)
            {
                if (to == from || article.MentionsOf[to].Length == 0)
                    continue;
                for (int signature = 0; signature < RelationSignature.Learnt.Length; signature++)
                {
                    if (RelationSignature.Learnt[signature].Allows(entities[from].Type, entities[to].Type))
                        yield return new RelationPair(signature, from, to);
                }
            }
        }
    }
}
