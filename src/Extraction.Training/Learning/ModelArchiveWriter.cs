using System.Text;
using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Training.Learning;

/// <summary>Puts named models into one file in the layout of <see cref="ModelArchive"/>; the same models give the same bytes.</summary>
internal sealed class ModelArchiveWriter
{
    private readonly SortedDictionary<string, byte[]> _models = new(StringComparer.Ordinal);

    /// <summary>Adds a model.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(string name, byte[] model) => _models.Add(name, model);

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Encoding.ASCII.GetBytes(ModelArchive.Magic));
        writer.Write(_models.Count);
        writer.Write(0);
        int offset = ModelArchive.HeaderBytes + _models.Count * ModelArchive.EntryBytes;
        foreach ((string name, byte[] model) in _models)
        {
            offset = Align(offset);
            writer.Write(TokenKey.Of(name));
            writer.Write(offset);
            writer.Write(model.Length);
            offset += model.Length;
        }
        foreach (byte[] model in _models.Values)
        {
            while (stream.Position % 8 != 0)
                writer.Write((byte)0);
            writer.Write(model);
            writer.Flush();
        }
        return stream.ToArray();
    }

    private static int Align(int offset) => (offset + 7) / 8 * 8;
}
