using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>How much an article is about each of its entities.</summary>
/// <remarks>
/// The weights are those of shared/study/EVENTS.md section 6: the most salient company is the one that an event is about in 371 of 410 cases there.
/// </remarks>
internal static class SalienceRanking
{
    private const float TitleWeight = 3, LeadWeight = 1, MentionWeight = 0.3f, TickerWeight = 1.5f, OffsetWeight = 0.0003f;
    private const int LeadSentences = 3, MaxMentions = 10, TickerWindow = 6;

    private static readonly ulong[] Exchanges = [.. new[] { "nasdaq", "nasdaqgs", "nasdaqgm", "nyse", "hkex", "tsx", "asx", "otcqb", "euronext", "ticker", "lse", "otc", "otcqx", "amex", "sehk", "stock" }
        .Select(form => TokenKey.Of(form))];

    /// <summary>The view of every entity.</summary>
    public static EntityView[] Rank(Document document, MentionView[] mentions, int[][] mentionsOf)
    {
        var salience = new float[mentionsOf.Length];
        var title = new bool[mentionsOf.Length];
        for (int entity = 0; entity < mentionsOf.Length; entity++)
        {
            bool lead = false, ticker = false;
            foreach (int mention in mentionsOf[entity])
            {
                title[entity] |= document.Sentences[mentions[mention].Sentence].Line == 0;
                lead |= mentions[mention].Sentence < LeadSentences && !title[entity];
                ticker |= IsFollowedByTicker(document, document.Entities[entity], mentions[mention]);
            }
            int first = mentionsOf[entity].Length == 0 ? document.Text.Length : mentions[mentionsOf[entity][0]].Start;
            salience[entity] = (title[entity] ? TitleWeight : 0) + (lead ? LeadWeight : 0) + (ticker ? TickerWeight : 0)
                + MentionWeight * Math.Min(mentionsOf[entity].Length, MaxMentions) - OffsetWeight * first;
        }
        var views = new EntityView[mentionsOf.Length];
        for (int entity = 0; entity < views.Length; entity++)
        {
            int rank = 0;
            for (int other = 0; other < views.Length; other++)
            {
                bool before = salience[other] > salience[entity] || salience[other] == salience[entity] && other < entity;
                rank += document.Entities[other].Type == document.Entities[entity].Type && before ? 1 : 0;
            }
            views[entity] = new EntityView(document.Entities[entity].Type, rank, salience[entity], title[entity]);
        }
        return views;
    }

    private static bool IsFollowedByTicker(Document document, Entity entity, MentionView mention)
    {
        if (entity.Type != EntityType.Company)
            return false;
        Sentence sentence = document.Sentences[mention.Sentence];
        int token = sentence.FirstToken;
        while (token < sentence.EndToken && document.Tokens[token].Start < mention.Start)
            token++;
        for (int end = Math.Min(sentence.EndToken, token + TickerWindow); token < end; token++)
        {
            if (Array.IndexOf(Exchanges, document.Tokens[token].Key) >= 0)
                return true;
        }
        return false;
    }
}
