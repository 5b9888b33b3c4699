using Spectre.Console;

namespace Extraction.Cli.Views;

/// <summary>The colour of each type of entity; of the 16 that every terminal has, so that the user's own scheme decides how they look.</summary>
internal static class EntityStyles
{
    public static Style Of(EntityType type) => type switch
    {
        EntityType.Company => new Style(Color.Aqua, decoration: Decoration.Bold),
        EntityType.Investor => new Style(Color.Lime, decoration: Decoration.Bold),
        EntityType.Institution => new Style(Color.Teal),
        EntityType.Regulator => new Style(Color.Red),
        EntityType.Product => new Style(Color.Yellow, decoration: Decoration.Bold),
        EntityType.Platform => new Style(Color.Olive),
        EntityType.Target => new Style(Color.Fuchsia, decoration: Decoration.Bold),
        EntityType.Indication => new Style(Color.Blue, decoration: Decoration.Bold),
        EntityType.Modality => new Style(Color.Purple),
        EntityType.Trial => new Style(Color.Maroon, decoration: Decoration.Underline),
        EntityType.Person => new Style(Color.Green),
        _ => new Style(Color.Grey),
    };
}
