using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Extraction;

/// <summary>A calendar date as exact as is known: a year, a month of a year, or a day.</summary>
/// <remarks>Written as ISO 8601: <c>2026</c>, <c>2026-01</c> or <c>2026-01-04</c>. There is no valid default value.</remarks>
/// <param name="Year">Four digits.</param>
/// <param name="Month">1 to 12, or null when only the year is known.</param>
/// <param name="Day">1 to 31, or null when only the month is known; null whenever <paramref name="Month"/> is.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; what follows a full date (a time of day) is ignored.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        if (text is null || text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1)
            return false;
        if (text.Length == 4)
        {
            date = new PartialDate(year);
            return true;
        }
        if (text.Length < 7 || text[4] != '-' || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month) || month is < 1 or > 12)
            return false;
        if (text.Length == 7)
        {
            date = new PartialDate(year, month);
            return true;
        }
        if (text.Length < 10 || text[7] != '-' || !int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>The day as a date, where the day is known.</summary>
    public DateOnly? ToDay() => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <inheritdoc/>
    public override string ToString() => (Month, Day) switch
    {
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}"),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}"),
        _ => Year.ToString("D4", CultureInfo.InvariantCulture),
    };
}
