namespace Extraction.Entities;

/// <summary>Reads the stock-exchange symbol that often follows a company's name in brackets.</summary>
internal static class TickerSymbol
{
    // "(NYSE American: XYZ, TSX: XYZ)" is the longest common form of the first symbol's introduction.
    private const int LongestExchange = 24;
    private const int LongestSymbol = 6;

    private static readonly string[] American = ["NASDAQ", "NYSE", "OTC", "AMEX", "CBOE"];
    private static readonly string[] HongKong = ["HKEX", "SEHK", "HKG", "HK"];

    /// <summary>Scheme (<c>ticker</c>, <c>hkex</c>) and symbol behind the name at <paramref name="name"/>; null when there is none.</summary>
    public static KeyValuePair<string, string>? After(Document document, TextSpan name)
    {
        ReadOnlySpan<char> text = document.NormalizedText.AsSpan(name.End);
        int open = text[..Math.Min(text.Length, LongestSymbol)].IndexOf('(');
        if (open < 0 || text[..open].ContainsAnyExcept(" ,.\u00AE\u2122"))
            return null;
        text = text[(open + 1)..];
        int colon = text[..Math.Min(text.Length, LongestExchange)].IndexOf(':');
        if (colon < 1)
            return null;
        ReadOnlySpan<char> exchange = text[..colon].Trim(), symbol = text[(colon + 1)..].TrimStart();
        int end = 0;
        while (end < symbol.Length && end <= LongestSymbol && (char.IsAsciiLetterOrDigit(symbol[end]) || symbol[end] == '.'))
            end++;
        symbol = symbol[..end].TrimEnd('.');
        if (symbol.IsEmpty || symbol.Length > LongestSymbol)
            return null;
        if (StartsWithAny(exchange, HongKong))
            return KeyValuePair.Create("hkex", symbol.ToString());
        return StartsWithAny(exchange, American) ? KeyValuePair.Create("ticker", symbol.ToString().ToUpperInvariant()) : null;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> exchange, string[] names)
    {
        foreach (string name in names)
        {
            if (exchange.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
