using Extraction.Learning;

namespace Extraction.Events;

/// <summary>Finds who is what to an event.</summary>
internal sealed class RoleFiller(EventModels models)
{
    // Used where training has chosen no thresholds: the first filler of a role, and every further one.
    private const float DefaultFirst = 0.4f, DefaultFurther = 0.5f;

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
        for (int place = 0; place < found.Count; place++)
        {
            if (found[place].Probability >= (place == 0 ? first : further))
                draft.Fillers.Add(found[place]);
        }
    }

    /// <summary>Whether the entity comes into question: the right type, named in a factual section, and no party on both sides.</summary>
    public static bool CanFill(ArticleView view, EventDraft draft, Role role, int entity)
    {
        if (!EventVocabulary.CanFill(draft.Type, role, view.Entities[entity].Type) || view.MentionsOf[entity].Length == 0)
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
