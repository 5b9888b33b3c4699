using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Extraction.Cli.Runs;

/// <summary>Sees to it that no id stands for two articles of one run.</summary>
/// <remarks>
/// The same id with the same text is the same article, saved twice: only the first is kept. The same id with another text is another version of it, or a
/// mistake in the input: nothing is thrown away, the later one gets the id <c>ID~2</c>, <c>ID~3</c> … in the order of the input.
/// </remarks>
internal sealed class SeenArticles
{
    private const char VersionMark = '~';

    private readonly Dictionary<string, UInt128> _digestById = new(StringComparer.Ordinal);

    /// <summary>The id under which an article is to be written, or null when it has been written already.</summary>
    public string? Admit(string id, string text)
    {
        UInt128 digest = Digest(text);
        string candidate = id;
        for (int version = 2; !_digestById.TryAdd(candidate, digest); version++)
        {
            if (_digestById[candidate] == digest)
                return null;
            candidate = string.Create(CultureInfo.InvariantCulture, $"{id}{VersionMark}{version}");
        }
        return candidate;
    }

    private static UInt128 Digest(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
