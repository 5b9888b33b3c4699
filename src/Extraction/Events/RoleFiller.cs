using Extraction.Learning;

namespace Extraction.Events;

/// <summary>Finds who is what to an event.</summary>
internal sealed class RoleFiller(EventModels models)
{
    // Used where training has chosen no thresholds: the first filler of a role, and every further one.
    private const float DefaultFirst = 0.4f, DefaultFurther = 0.5f;

    // Entities that the article is about come into question everywhere, others only near their names: long articles name hundreds.
    private const int SalientRanks = 3, Reach = 2;

    /// <summary>Fills every role of the draft, in the order of <see cref="EventVocabulary.Roles"/>.</summary>
    public void Fill(ArticleView view, EventDraft draft, FeatureList features)
    {
        foreach (Role role in EventVocabulary.Roles(draft.Type))
        {
            if (models.Roles(draft.Type, role) is { } model)
                Fill(view, draft, (role, model), features);
        }
    }

    private void Fill(ArticleView view, EventDraft draft, (Role Role, LinearModel Model) part, FeatureList features)
    {
        var found = new List<Filler>();
        for (int entity = 0; entity < view.Entities.Length; entity++)
        {
            if (!CanFill(view, draft, part.Role, entity))
                continue;
            RoleFeatures.Fill(view, draft, (part.Role, entity), features);
            float probability = LinearModel.Probability(part.Model.Score(features.Keys));
            found.Add(new Filler(part.Role, entity, probability, RoleFeatures.NearestInSentence(view, draft, entity) >= 0));
        }
        found.Sort((left, right) => left.Probability != right.Probability ? right.Probability.CompareTo(left.Probability) : left.Entity.CompareTo(right.Entity));
        string name = EventModels.RoleModel(draft.Type, part.Role);
        float first = models.Threshold(name, DefaultFirst), further = models.Threshold(name + "+", DefaultFurther);
        int most = EventVocabulary.IsSingle(draft.Type, part.Role) ? 1 : found.Count;
        for (int place = 0; place < Math.Min(most, found.Count); place++)
        {
            if (found[place].Probability >= (place == 0 ? first : further))
                draft.Fillers.Add(found[place]);
        }
    }

    private static bool IsNear(ArticleView view, int sentence, int entity)
    {
        foreach (int mention in view.MentionsOf[entity])
        {
            if (Math.Abs(view.Mentions[mention].Sentence - sentence) <= Reach)
                return true;
        }
        return false;
    }

    /// <summary>Whether the entity comes into question: the right type, salient or named nearby, and no party on both sides.</summary>
    public static bool CanFill(ArticleView view, EventDraft draft, Role role, int entity)
    {
        if (!EventVocabulary.CanFill(draft.Type, role, view.Entities[entity].Type) || view.MentionsOf[entity].Length == 0)
            return false;
        if (view.Entities[entity].Rank >= SalientRanks && !IsNear(view, draft.Sentence, entity))
            return false;
        foreach (Filler other in draft.Fillers)
        {
            bool sides = (role, other.Role) is (Role.Investor, Role.Company) or (Role.Acquirer, Role.Acquired) or (Role.Licensee, Role.Licensor);
            if (sides && other.Entity == entity || role == Role.Lead && draft.First(Role.Investor) < 0)
                return false;
        }
        return true;
    }
}
