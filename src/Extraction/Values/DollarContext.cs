namespace Extraction.Values;

/// <summary>Decides what a bare currency sign means in an article.</summary>
internal static class DollarContext
{
    private static readonly (string Word, string Currency)[] Nations =
        [("Canadian", "CAD"), ("Australian", "AUD"), ("Hong Kong", "HKD"), ("Singapore", "SGD")];

    /// <summary>The currency of a bare dollar sign: another than USD only where the article says that its amounts are in it.</summary>
    public static string Currency(string text)
    {
        foreach ((string word, string currency) in Nations)
        {
            for (int at = Next(text, word, 0); at >= 0; at = Next(text, word, at + word.Length))
            {
                ReadOnlySpan<char> after = text.AsSpan(at + word.Length).TrimStart();
                ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, at - 40), at - Math.Max(0, at - 40)).TrimEnd();
                bool stated = before.EndsWith(" in", StringComparison.Ordinal) || before.EndsWith(" are", StringComparison.Ordinal);
                bool amounts = before.Contains("amount", StringComparison.OrdinalIgnoreCase) || before.Contains("figure", StringComparison.OrdinalIgnoreCase) || before.Contains("stated", StringComparison.Ordinal) || before.Contains("expressed", StringComparison.Ordinal);
                if (after.StartsWith("dollars", StringComparison.Ordinal) && stated && amounts)
                    return currency;
            }
        }
        return "USD";
    }

    /// <summary>The currency of ¥: JPY where the article speaks of yen or Japan and not of China, otherwise CNY.</summary>
    public static string YuanOrYen(string text)
    {
        if (!text.AsSpan().ContainsAny('¥', '\uFFE5'))
            return "CNY";
        bool japan = text.Contains("Japan", StringComparison.Ordinal) || text.Contains("yen", StringComparison.Ordinal) || text.Contains("日元", StringComparison.Ordinal);
        bool china = text.Contains("Chin", StringComparison.Ordinal) || text.Contains("RMB", StringComparison.Ordinal) || text.Contains("yuan", StringComparison.Ordinal) || text.Contains("人民币", StringComparison.Ordinal);
        return japan && !china ? "JPY" : "CNY";
    }

    private static int Next(string text, string word, int from) => text.IndexOf(word, from, StringComparison.Ordinal);
}
