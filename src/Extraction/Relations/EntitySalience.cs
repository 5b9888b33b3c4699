using Extraction.Tokens;

namespace Extraction.Relations;

/// <summary>How much an article is about one of its entities.</summary>
/// <param name="Score">Higher is more.</param>
/// <param name="Rank">Its place among the entities of its type, 0 for the first.</param>
/// <param name="Peers">The number of entities of its type.</param>
/// <param name="InTitle">Whether the title names it.</param>
/// <param name="InLead">Whether one of the first sentences after the title names it.</param>
internal readonly record struct EntitySalience(float Score, int Rank, int Peers, bool InTitle, bool InLead)
{
    // Weights of shared/study/EVENTS.md, section 6: with them the developer is the most salient company in 371 of 410 relations there.
    private const float TitleWeight = 3, LeadWeight = 1, MentionWeight = 0.3f, OffsetWeight = 0.0003f, TickerWeight = 1.5f;
    private const int LeadSentences = 3, MaximumMentions = 10, TickerWindow = 5;

    private static readonly HashSet<ulong> Exchanges =
        [.. new[] { "nasdaq", "nyse", "hkex", "sehk", "tsx", "asx", "lse", "otcqb", "otcqx", "euronext", "stock", "ticker" }.Select(form => TokenKey.Of(form))];

    /// <summary>Ranks every entity of <paramref name="article"/>; the result is parallel to its document's entities.</summary>
    public static EntitySalience[] Measure(MaskedArticle article)
    {
        int count = article.MentionsOf.Length;
        var ranked = new EntitySalience[count];
        for (int entity = 0; entity < count; entity++)
            ranked[entity] = Of(article, entity);
        for (int entity = 0; entity < count; entity++)
        {
            int rank = 0, peers = 0;
            EntityType type = article.Document.Entities[entity].Type;
            for (int other = 0; other < count; other++)
            {
                if (article.Document.Entities[other].Type != type)
                    continue;
                peers++;
                rank += ranked[other].Score > ranked[entity].Score || ranked[other].Score == ranked[entity].Score && other < entity ? 1 : 0;
            }
            ranked[entity] = ranked[entity] with { Rank = rank, Peers = peers };
        }
        return ranked;
    }

    private static EntitySalience Of(MaskedArticle article, int entity)
    {
        int[] mentions = article.MentionsOf[entity];
        if (mentions.Length == 0)
            return default;
        bool title = false, lead = false, ticker = false;
        foreach (int mention in mentions)
        {
            MaskedMention place = article.Mentions[mention];
            bool inTitle = article.Document.Sentences[place.Sentence].Line == 0;
            title |= inTitle;
            lead |= !inTitle && place.Sentence < LeadSentences;
            ticker |= TickerFollows(article, place);
        }
        int first = article.Units[article.Mentions[mentions[0]].Unit].Span.Start;
        float score = (title ? TitleWeight : 0) + (lead ? LeadWeight : 0) + (ticker ? TickerWeight : 0)
            + MentionWeight * Math.Min(mentions.Length, MaximumMentions) - OffsetWeight * first;
        return new EntitySalience(score, 0, 0, title, lead);
    }

    private static bool TickerFollows(MaskedArticle article, MaskedMention mention)
    {
        int end = Math.Min(article.SentenceUnits[mention.Sentence].End, mention.Unit + 1 + TickerWindow);
        for (int unit = mention.Unit + 1; unit < end; unit++)
        {
            if (Exchanges.Contains(article.Units[unit].Key))
                return true;
        }
        return false;
    }
}
