using System.Reflection;

namespace Extraction.Seeds;

/// <summary>The rules and models that are built into the assembly.</summary>
internal static class EmbeddedData
{
    /// <summary>The rule table <c>seeds/rules/NAME.tsv</c>.</summary>
    public static SeedTable Rules(string name)
    {
        string path = $"rules/{name}.tsv";
        using Stream stream = Open("seeds/" + path);
        using var reader = new StreamReader(stream);
        return SeedTable.Parse(path, reader.ReadToEnd());
    }

    /// <summary>The model <c>models/NAME</c> in place: the memory is the mapped assembly and lives as long as the process.</summary>
    public static unsafe ReadOnlySpan<byte> Model(string name)
    {
        // The runtime documents manifest resource streams of an assembly on disk as unmanaged memory; a single-file bundle keeps that.
        var stream = (UnmanagedMemoryStream)Open("models/" + name);
        return new ReadOnlySpan<byte>(stream.PositionPointer, checked((int)stream.Length));
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program was built without {name}: build it again from a complete checkout.");
}
