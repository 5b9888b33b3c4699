using System.Collections.Frozen;
using System.Text.Json;

namespace Extraction.Records;

/// <summary>The contract's spelling of types, roles, statuses and qualifiers: <c>part_of</c> for <c>PartOf</c>.</summary>
public static class ContractName
{
    /// <summary>The name of <paramref name="value"/> as records write it.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
    }
}
