using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extraction.Cli.Inputs;
using Extraction.Pages;

namespace Extraction.Cli.Runs;

/// <summary>Digests that tell whether an interrupted run may be continued.</summary>
internal static class Fingerprint
{
    /// <summary>Of all code, rules and models that shape records: builds are deterministic, so equal sources give equal module ids.</summary>
    public static string OfProgram() => Digest(
        [typeof(Pipeline).Module.ModuleVersionId.ToString(), typeof(Cleaner).Module.ModuleVersionId.ToString(), typeof(Fingerprint).Module.ModuleVersionId.ToString()]);

    /// <summary>Of the list of inputs with their lengths and times of change.</summary>
    public static string OfInputs(FoundInputs inputs) => Digest(inputs.Inputs.Select(input => string.Create(
        CultureInfo.InvariantCulture, $"{input.Source}\t{input.Bytes}\t{(input.Failure is null ? File.GetLastWriteTimeUtc(input.Path).Ticks : 0)}")));

    private static string Digest(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
