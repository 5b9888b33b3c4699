using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>The features of an entity as the filler of a role.</summary>
internal static class RoleFeatures
{
    private const int First = 100, RankIn = First, ActionRankIn = First + 1, Place = First + 2, Before = First + 3, After = First + 4, Between = First + 5,
        Order = First + 6, Distance = First + 7, Kind = First + 8, InTitle = First + 9, Together = First + 10, Taken = First + 11, Triggers = First + 12,
        AnchorClass = First + 13, Count = First + 14, AnchorWord = First + 15, NearRank = First + 16, Opens = First + 17, Local = First + 18, Voice = First + 19;

    private static readonly ulong By = TokenKey.Of("by");

    // Words between the trigger and the name are telling only while they are few.
    private const int MaxBetween = 7;

    /// <summary>Replaces <paramref name="features"/> with those of an entity in a role of <paramref name="draft"/>.</summary>
    public static void Fill(ArticleView view, EventDraft draft, (Role Role, int Entity) filler, FeatureList features)
    {
        features.Clear();
        EntityView entity = view.Entities[filler.Entity];
        int nearest = NearestInSentence(view, draft, filler.Entity);
        ulong rank = (ulong)Math.Min(entity.Rank, 4);
        ulong inSentence = nearest >= 0 ? 1u : 0;
        (int same, int before) = SameTypeInSentence(view, draft, entity.Type, nearest);
        ulong competition = (ulong)Math.Min(same, 3);
        ulong action = (ulong)(draft.Action + 1);
        features.Add(RankIn, rank * 8 + competition * 2 + inSentence);
        features.Add(ActionRankIn, action * 64 + rank * 8 + competition * 2 + inSentence);
        features.Add(Kind, (ulong)entity.Type * 16 + rank * 2 + inSentence);
        features.Add(Count, SentenceFeatures.Bucket(OfType(view, entity.Type)) * 8 + rank);
        features.Add(InTitle, (entity.Title ? 1u : 0) + 2 * SentenceFeatures.Bucket(draft.Sentence) + 64 * inSentence);
        features.Add(Distance, Nearest(view, draft.Sentence, filler.Entity) * 16 + rank * 2 + (same > 0 ? 1u : 0));
        AddCompanions(view, draft, filler, features);
        AddLocal(view, draft, filler.Entity, features);
        byte anchorClass = view.Units[draft.Anchor].Trigger;
        features.Add(AnchorClass, anchorClass, rank * 2 + inSentence);
        features.Add(AnchorWord, view.Units[draft.Anchor].Stem, inSentence);
        if (nearest >= 0)
            AddPlace(view, draft, nearest, (same, before), features);
    }

    private static void AddPlace(ArticleView view, EventDraft draft, int mention, (int Same, int Before) order, FeatureList features)
    {
        SentenceView sentence = view.Sentences[draft.Sentence];
        int unit = view.Mentions[mention].Unit, anchor = draft.Anchor;
        ulong side = unit < anchor ? 0u : 1;
        ulong distance = SentenceFeatures.Bucket(Math.Abs(unit - anchor));
        features.Add(Place, side * 16 + distance);
        features.Add(Place, 64 + side * 16 + (ulong)Math.Min(order.Before, 3), (ulong)(draft.Action + 1));
        features.Add(Order, (ulong)(Math.Min(order.Same, 4) * 8 + Math.Min(order.Before, 4)));
        features.Add(NearRank, side * 8 + distance, view.Units[anchor].Trigger);
        features.Add(Voice, side * 4 + (IsPassive(view, anchor, sentence) ? 2u : 0) + (order.Before == 0 ? 1u : 0), (ulong)draft.Type);
        ulong previous = Key(view, unit - 1, sentence), next = Key(view, unit + 1, sentence);
        features.Add(Before, previous);
        features.Add(Before, Key(view, unit - 2, sentence), previous);
        features.Add(Before, 7, Key(view, unit - 2, sentence));
        features.Add(After, next);
        features.Add(After, next, Key(view, unit + 2, sentence));
        features.Add(After, 7, Key(view, unit + 2, sentence));
        features.Add(Opens, unit - sentence.First < 3 ? 1u : 0);
        for (int at = Math.Min(unit, anchor) + 1; at < Math.Max(unit, anchor) && at - Math.Min(unit, anchor) <= MaxBetween; at++)
            features.Add(Between, side, view.Units[at].Key);
        features.Add(Triggers, side, TriggerBeside(view, unit, sentence, -1));
        features.Add(Triggers, 2 + side, TriggerBeside(view, unit, sentence, 1));
    }

    // What the paragraph is about so far: a round-up has a main company in each paragraph, and "it" or "the company" means that one.
    private static void AddLocal(ArticleView view, EventDraft draft, int entity, FeatureList features)
    {
        int[] last = view.LastMentions(draft.Sentence);
        int line = view.Document.Sentences[draft.Sentence].Line, later = 0, inLine = 0, own = last[entity];
        for (int other = 0; other < last.Length; other++)
        {
            if (view.Entities[other].Type != view.Entities[entity].Type || last[other] < 0)
                continue;
            later += last[other] > own ? 1 : 0;
            inLine += view.Document.Sentences[view.Mentions[last[other]].Sentence].Line == line ? 1 : 0;
        }
        bool inOwnLine = own >= 0 && view.Document.Sentences[view.Mentions[own].Sentence].Line == line;
        ulong local = (ulong)(Math.Min(later, 3) * 16 + Math.Min(inLine, 3) * 4 + (inOwnLine ? 2 : 0) + (view.Entities[entity].Rank == 0 ? 1 : 0));
        features.Add(Local, local);
        features.Add(Local, local, SentenceFeatures.Bucket(draft.Sentence));
    }

    // "acquired by", "purchase of … by": the doer stands after the trigger.
    private static bool IsPassive(ArticleView view, int anchor, SentenceView sentence)
    {
        for (int at = anchor + 1; at < Math.Min(sentence.End, anchor + 4); at++)
        {
            if (view.Units[at].Key == By)
                return true;
        }
        return false;
    }

    private static ulong Key(ArticleView view, int unit, SentenceView sentence) => unit >= sentence.First && unit < sentence.End ? view.Units[unit].Key : 1;

    private static ulong TriggerBeside(ArticleView view, int unit, SentenceView sentence, int step)
    {
        for (int at = unit + step; at >= sentence.First && at < sentence.End; at += step)
        {
            if (view.Units[at].Trigger is var trigger && trigger != 0)
                return trigger;
        }
        return 0;
    }

    // How the entity stands to those that fill roles already: named in the same sentences, or the same one.
    private static void AddCompanions(ArticleView view, EventDraft draft, (Role Role, int Entity) filler, FeatureList features)
    {
        foreach (Filler other in draft.Fillers)
        {
            if (other.Role == filler.Role)
                continue;
            if (other.Entity == filler.Entity)
                features.Add(Taken, (ulong)other.Role);
            else
                features.Add(Together, (ulong)other.Role * 8 + Shared(view, other.Entity, filler.Entity));
        }
    }

    // Sentences in which both stand, at most three; eight steps with the title apart.
    private static ulong Shared(ArticleView view, int left, int right)
    {
        int shared = 0, last = -1;
        bool title = false;
        ReadOnlySpan<int> others = view.MentionsOf[right];
        foreach (int mention in view.MentionsOf[left])
        {
            int sentence = view.Mentions[mention].Sentence;
            if (sentence == last)
                continue;
            last = sentence;
            foreach (int other in others)
            {
                if (view.Mentions[other].Sentence != sentence)
                    continue;
                shared++;
                title |= sentence == 0;
                break;
            }
        }
        return (ulong)Math.Min(shared, 3) + (title ? 4u : 0);
    }

    /// <summary>The entity's mention in the draft's sentence that stands nearest to the trigger, or -1.</summary>
    public static int NearestInSentence(ArticleView view, EventDraft draft, int entity)
    {
        int best = -1;
        foreach (int mention in view.MentionsOf[entity])
        {
            if (view.Mentions[mention].Sentence == draft.Sentence
                && (best < 0 || Math.Abs(view.Mentions[mention].Unit - draft.Anchor) < Math.Abs(view.Mentions[best].Unit - draft.Anchor)))
            {
                best = mention;
            }
        }
        return best;
    }

    private static (int Same, int Before) SameTypeInSentence(ArticleView view, EventDraft draft, EntityType type, int mention)
    {
        SentenceView sentence = view.Sentences[draft.Sentence];
        int same = 0, before = 0;
        for (int other = sentence.FirstMention; other < sentence.EndMention; other++)
        {
            if (view.Entities[view.Mentions[other].Entity].Type != type)
                continue;
            same++;
            before += other < mention ? 1 : 0;
        }
        return (same, before);
    }

    private static int OfType(ArticleView view, EntityType type)
    {
        int count = 0;
        foreach (EntityView entity in view.Entities)
            count += entity.Type == type ? 1 : 0;
        return count;
    }

    // Distance in sentences to the nearest mention: 0 same, odd before, even after.
    private static ulong Nearest(ArticleView view, int sentence, int entity)
    {
        int best = int.MaxValue;
        foreach (int mention in view.MentionsOf[entity])
        {
            int away = view.Mentions[mention].Sentence - sentence;
            if (Math.Abs(away) < Math.Abs(best))
                best = away;
        }
        return best == 0 ? 0 : best == int.MaxValue ? 15 : (ulong)(Math.Min(Math.Abs(best), 6) * 2 + (best < 0 ? -1 : 0));
    }
}
