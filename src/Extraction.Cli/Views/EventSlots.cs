using System.Globalization;
using Extraction.Records;

namespace Extraction.Cli.Views;

/// <summary>The filled slots of an event, in the contract's order.</summary>
internal static class EventSlots
{
    public static string Describe(EventRecord item, IReadOnlyDictionary<string, string> nameById)
    {
        var slots = new List<string>();
        foreach ((Role role, IReadOnlyList<string> fillers) in item.Roles)
            slots.Add($"{ContractName.Of(role)}: {string.Join(", ", fillers.Select(id => nameById[id]))}");
        Add(slots, "kind", item.Kind);
        Add(slots, "round", item.Round);
        Add(slots, "amount", Amounts.Money(item.Amount));
        Add(slots, "upfront", Amounts.Money(item.Upfront));
        Add(slots, "action", item.Action);
        Add(slots, "filing", item.Filing);
        Add(slots, "designation", item.Designation);
        Add(slots, "phase", item.Phase);
        Add(slots, "participants", item.Participants?.ToString(CultureInfo.InvariantCulture));
        Add(slots, "count", item.Count?.ToString(CultureInfo.InvariantCulture));
        Add(slots, "territory", item.Territory);
        Add(slots, "measure", item.Measure);
        Add(slots, "value", item.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value} {item.Unit}") : null);
        Add(slots, "period", item.Period);
        return string.Join("; ", slots);
    }

    private static void Add(List<string> slots, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            slots.Add($"{name}: {value}");
    }
}
