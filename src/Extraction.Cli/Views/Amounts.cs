using System.Globalization;
using Extraction.Records;

namespace Extraction.Cli.Views;

/// <summary>Figures the way people read them.</summary>
internal static class Amounts
{
    private const decimal Thousand = 1_000, Million = 1_000_000, Billion = 1_000_000_000;

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 article", "1,200 articles".</summary>
    public static string Count(int count, string thing) => $"{Count(count)} {thing}{(count == 1 ? "" : "s")}";

    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):F0} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:D2} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:D2} min"),
    };

    /// <summary>"up to USD 1.2bn", "undisclosed", or nothing when no amount is told.</summary>
    public static string Money(MoneyRecord? money)
    {
        if (money is null)
            return "";
        if (money.Value is not { } value)
            return "undisclosed";
        string figure = $"{money.Currency} {Short(value)}";
        return money.Qualifier switch
        {
            Qualifier.About => "about " + figure,
            Qualifier.UpTo => "up to " + figure,
            Qualifier.Over => "over " + figure,
            Qualifier.Under => "under " + figure,
            Qualifier.Range when money.High is { } high => $"{figure}–{Short(high)}",
            _ => figure,
        };
    }

    private static string Short(decimal value) => Math.Abs(value) switch
    {
        >= Billion => Trimmed(value / Billion) + "bn",
        >= Million => Trimmed(value / Million) + "m",
        >= Thousand => Trimmed(value / Thousand) + "k",
        _ => Trimmed(value),
    };

    private static string Trimmed(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
