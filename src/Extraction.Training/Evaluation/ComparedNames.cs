using System.Globalization;
using Extraction.Records;

namespace Extraction.Training.Evaluation;

/// <summary>Speaks of the entities of a found record by the ids of the gold ones that they are paired with.</summary>
internal sealed class ComparedNames(ArticleRecord gold, ArticleRecord found, Dictionary<string, string> pairs)
{
    // Found entities without a pair keep their own id behind a mark that no id of the gold has.
    private const char UnpairedMark = '?';

    private readonly Dictionary<string, string> _nameById = gold.Entities.Select(entity => (entity.Id, entity.Name))
        .Concat(found.Entities.Select(entity => (Id: UnpairedMark + entity.Id, entity.Name)))
        .ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>The id to compare a found entity by.</summary>
    public string IdOf(string foundId) => pairs.TryGetValue(foundId, out string? id) ? id : UnpairedMark + foundId;

    /// <summary>The name behind an id of <see cref="IdOf"/> or of the gold; the text itself when it is no id.</summary>
    public string NameOf(string id) => _nameById.GetValueOrDefault(id, id);

    /// <summary>The slots in words.</summary>
    public string Describe(EventSlot[] slots) => string.Join("; ", slots.Select(slot => $"{slot.Name}={Value(slot)}"));

    private string Value(EventSlot slot)
    {
        string? number = slot.Number?.ToString("R", CultureInfo.InvariantCulture);
        return slot.Text is not { } text ? number ?? "" : number is null ? NameOf(text) : $"{number} {text}";
    }
}
