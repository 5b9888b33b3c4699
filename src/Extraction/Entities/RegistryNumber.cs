namespace Extraction.Entities;

/// <summary>Reads the numbers under which trials are registered.</summary>
internal static class RegistryNumber
{
    private const int NctDigits = 8;

    /// <summary>Scheme and number of a trial's name; null when it is no registry number.</summary>
    public static KeyValuePair<string, string>? Read(string name)
    {
        ReadOnlySpan<char> text = name.AsSpan().Trim();
        if (text.StartsWith("NCT", StringComparison.OrdinalIgnoreCase) && Digits(text[3..]) is { Length: NctDigits } nct)
            return KeyValuePair.Create("nct", "NCT" + nct);
        if (text.StartsWith("ChiCTR", StringComparison.OrdinalIgnoreCase) && Digits(text[6..]) is { Length: > 5 } chinese)
            return KeyValuePair.Create("chictr", "ChiCTR" + chinese);
        return null;
    }

    private static string Digits(ReadOnlySpan<char> text)
    {
        var digits = new System.Text.StringBuilder(text.Length);
        foreach (char unit in text)
        {
            if (char.IsAsciiDigit(unit))
                digits.Append(unit);
            else if (unit is not (' ' or '-' or '#' or ':'))
                break;
        }
        return digits.ToString();
    }
}
