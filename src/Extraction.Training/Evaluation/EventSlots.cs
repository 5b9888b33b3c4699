using System.Collections.Frozen;
using Extraction.Records;

namespace Extraction.Training.Evaluation;

/// <summary>Takes events apart into slots: every role filler and every value counts one.</summary>
internal static class EventSlots
{
    /// <summary>The slots that make two events the same kind of news; CONTRACT.md names them.</summary>
    private static readonly FrozenDictionary<EventType, string[]> KeySlots = new Dictionary<EventType, string[]>
    {
        [EventType.Funding] = ["company"],
        [EventType.Acquisition] = ["acquirer", "acquired"],
        [EventType.Deal] = ["partner", "licensor", "licensee"],
        [EventType.Regulatory] = ["product", "company"],
        [EventType.Trial] = ["product", "company"],
        [EventType.Sales] = ["product", "company"],
        [EventType.Price] = ["product", "modality"],
        [EventType.Corporate] = ["company"],
        [EventType.Policy] = ["regulator", "place"],
        [EventType.Statistic] = ["value"],
    }.ToFrozenDictionary();

    /// <summary>Whether a right slot of this name lets events of the type be paired.</summary>
    public static bool IsKey(EventType type, string slot) => KeySlots[type].Contains(slot);

    /// <summary>The slots of an event; <paramref name="rename"/> gives the id that a role filler is compared by.</summary>
    public static EventSlot[] Read(EventRecord item, Func<string, string> rename)
    {
        var slots = new List<EventSlot>();
        foreach ((Role role, IReadOnlyList<string> fillers) in item.Roles)
            slots.AddRange(fillers.Select(filler => new EventSlot(ContractName.Of(role), rename(filler))));
        AddText(slots, "kind", item.Kind);
        AddText(slots, "round", Form(item.Round));
        AddMoney(slots, "amount", item.Amount);
        AddMoney(slots, "upfront", item.Upfront);
        AddText(slots, "territory", Form(item.Territory));
        AddText(slots, "action", item.Action);
        AddText(slots, "filing", item.Filing);
        AddText(slots, "designation", item.Designation);
        AddText(slots, "phase", item.Phase);
        AddNumber(slots, "participants", item.Participants);
        AddNumber(slots, "count", item.Count);
        AddText(slots, "period", Form(item.Period));
        AddText(slots, "measure", item.Measure);
        AddNumber(slots, "value", item.Value);
        AddText(slots, "unit", item.Unit);
        AddText(slots, "date", item.Date);
        if (item.Status != EventStatus.Done)
            AddText(slots, "status", ContractName.Of(item.Status));
        return [.. slots];
    }

    // A slot that holds only punctuation is filled all the same.
    private static string? Form(string? text) => string.IsNullOrEmpty(text) ? null : NameForm.Of(text);

    private static void AddText(List<EventSlot> slots, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            slots.Add(new EventSlot(name, text));
    }

    private static void AddNumber(List<EventSlot> slots, string name, decimal? number)
    {
        if (number is { } figure)
            slots.Add(new EventSlot(name, null, (double)figure));
    }

    private static void AddMoney(List<EventSlot> slots, string name, MoneyRecord? money)
    {
        if (money is not null)
            slots.Add(new EventSlot(name, money.Currency is { Length: > 0 } currency ? currency : ContractName.Of(money.Qualifier), (double?)money.Value));
    }
}
