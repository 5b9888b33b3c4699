using System.Reflection;
using Extraction.Seeds;

namespace Extraction.Pages;

/// <summary>The rule tables and models of this assembly.</summary>
internal static class PageRules
{
    /// <summary>The table <c>seeds/pages/NAME.tsv</c>.</summary>
    public static SeedTable Table(string name)
    {
        using var reader = new StreamReader(Open($"seeds/pages/{name}.tsv"));
        return SeedTable.Parse($"pages/{name}.tsv", reader.ReadToEnd());
    }

    /// <summary>The model <c>models/pages/NAME</c> in place: the memory is the mapped assembly and lives as long as the process.</summary>
    public static unsafe ReadOnlySpan<byte> Model(string name)
    {
        // The runtime documents manifest resource streams of an assembly on disk as unmanaged memory; a single-file bundle keeps that.
        var stream = (UnmanagedMemoryStream)Open($"models/pages/{name}");
        return new ReadOnlySpan<byte>(stream.PositionPointer, checked((int)stream.Length));
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program was built without {name}: build it again from a complete checkout.");
}
