using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Gazetteers;
using Extraction.Seeds;

namespace Extraction.Training.Seeds;

/// <summary>Compiles the name tables of a checkout into <c>models/gazetteer.bin</c> and its manifest.</summary>
public static class SeedCompilation
{
    /// <summary>The compiled model's file name.</summary>
    public const string ModelFile = "gazetteer.bin";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads every table directly below <paramref name="seedsFolder"/>: name and text, ordered by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> ReadFolder(string seedsFolder) =>
        [.. Directory.EnumerateFiles(seedsFolder, "*.tsv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Select(name => (name, File.ReadAllText(Path.Combine(seedsFolder, name))))];

    /// <summary>Compiles the tables; pure.</summary>
    /// <param name="files">Name and text of each table, as <see cref="ReadFolder"/> gives them.</param>
    /// <returns>The model's bytes and the manifest's text.</returns>
    /// <exception cref="SeedException">A table is wrong; all errors together.</exception>
    public static (byte[] Model, string Manifest) Compile(IReadOnlyList<(string Name, string Text)> files)
    {
        IReadOnlyList<SeedError> errors = SeedCheck.Check(files);
        if (errors.Count > 0)
            throw new SeedException(errors);
        byte[] model = GazetteerCompiler.Compile(files.Select(file => SeedTable.Parse(file.Name, file.Text)));
        var inputs = new JsonObject();
        foreach ((string name, string text) in files)
            inputs.Add("seeds/" + name, Digest(Encoding.UTF8.GetBytes(text)));
        var manifest = new JsonObject
        {
            ["model"] = ModelFile,
            ["sha256"] = Digest(model),
            ["command"] = "cgt seeds compile",
            ["entries"] = new Gazetteer(model).Count,
            ["inputs"] = inputs,
        };
        return (model, manifest.ToJsonString(Indented) + "\n");
    }

    /// <summary>Compiles <c>seeds/</c> of the checkout at <paramref name="root"/> and writes <c>models/gazetteer.bin</c> with its manifest.</summary>
    /// <returns>The path of the model.</returns>
    /// <exception cref="SeedException">A table is wrong; nothing is written.</exception>
    public static string Run(string root)
    {
        (byte[] model, string manifest) = Compile(ReadFolder(Path.Combine(root, "seeds")));
        string path = Path.Combine(root, "models", ModelFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, model);
        File.WriteAllText(Path.ChangeExtension(path, ".manifest.json"), manifest);
        return path;
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
