namespace Extraction.Tokens;

/// <summary>The hash that stands for a token's form in lexicons and models.</summary>
public static class TokenKey
{
    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>The key of <paramref name="form"/>, which must be normalised; upper and lower case give the same key.</summary>
    /// <remarks>The value is stored in compiled models: changing it means compiling and training them anew.</remarks>
    public static ulong Of(ReadOnlySpan<char> form)
    {
        ulong hash = Offset;
        foreach (char unit in form)
            hash = Add(hash, unit);
        return Finish(hash);
    }

    /// <summary>Joins the key of a sequence with the key of one more token; order matters.</summary>
    public static ulong Join(ulong sequence, ulong next) => Finish((sequence ^ (next * Prime)) * 0xD6E8FEB86659FD93);

    private static ulong Add(ulong hash, char unit)
    {
        char folded = unit < 128 ? (char)(unit | (unit is >= 'A' and <= 'Z' ? 0x20 : 0)) : char.ToLowerInvariant(unit);
        return (hash ^ folded) * Prime;
    }

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 29);
    }
}
