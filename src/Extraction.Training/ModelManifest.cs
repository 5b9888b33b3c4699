using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extraction.Training;

/// <summary>What stands beside a model: from which inputs, with which options and how good.</summary>
internal sealed class ModelManifest
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject _root = [];

    /// <param name="model">The model's file name.</param>
    /// <param name="command">The command that makes it again.</param>
    public ModelManifest(string model, string command)
    {
        _root["model"] = model;
        _root["sha256"] = "";
        _root["command"] = command;
    }

    /// <summary>States an option or a figure.</summary>
    public void Add(string name, JsonNode value) => _root[name] = value;

    /// <summary>States the files that the model was made from, by name and digest.</summary>
    public void AddInputs(IEnumerable<string> paths)
    {
        var inputs = new JsonObject();
        foreach (string path in paths)
            inputs[Path.GetFileName(path)] = Digest(File.ReadAllBytes(path));
        _root["inputs"] = inputs;
    }

    /// <summary>Writes the model into <paramref name="folder"/>, and the manifest beside it.</summary>
    public void Write(string folder, byte[] model)
    {
        _root["sha256"] = Digest(model);
        string path = Path.Combine(folder, _root["model"]!.GetValue<string>());
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(path, model);
        File.WriteAllText(Path.ChangeExtension(path, ".manifest.json"), _root.ToJsonString(Indented) + "\n");
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
