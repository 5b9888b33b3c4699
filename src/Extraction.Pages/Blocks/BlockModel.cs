using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Extraction.Pages.Blocks;

/// <summary>Judges from its features how likely a block is part of the article: the mean of a logistic regression's and of boosted trees' log-odds.</summary>
/// <remarks>
/// Layout, little-endian, read in place: magic, number of features F, number of tree nodes N, number of trees T (ints); bias (float), F weights
/// (floats); T indexes of root nodes (ints); then per node feature (ints; -1 for a leaf), threshold or leaf value (floats), left child (ints), the
/// right one follows it. A row goes left when its feature is below the threshold. Trained by BlockTrainer; see DESIGN.md.
/// </remarks>
internal readonly ref struct BlockModel
{
    /// <summary>The first four bytes of a model.</summary>
    public const int Magic = 0x314B4C42; // "BLK1"

    private const int HeaderBytes = 16;

    private readonly float _bias;
    private readonly ReadOnlySpan<float> _weights;
    private readonly ReadOnlySpan<int> _roots;
    private readonly ReadOnlySpan<int> _features;
    private readonly ReadOnlySpan<float> _values;
    private readonly ReadOnlySpan<int> _children;

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or one for other features than this program computes.</exception>
    public BlockModel(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadInt32LittleEndian(bytes) != Magic)
            throw new InvalidDataException("The block model is damaged: train it again (cgt train blocks).");
        int features = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]), nodes = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), trees = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (features != BlockFeatures.Count)
            throw new InvalidDataException($"The block model is for {features} features, the program computes {BlockFeatures.Count}: train it again (cgt train blocks).");
        ReadOnlySpan<byte> rest = bytes[HeaderBytes..];
        _bias = BinaryPrimitives.ReadSingleLittleEndian(rest);
        _weights = Take<float>(ref rest, 1 + features)[1..];
        _roots = Take<int>(ref rest, trees);
        _features = Take<int>(ref rest, nodes);
        _values = Take<float>(ref rest, nodes);
        _children = Take<int>(ref rest, nodes);
    }

    /// <summary>The model that is built into the program.</summary>
    public static BlockModel Embedded => new(PageRules.Model("blocks.bin"));

    /// <summary>The probability that the block with these features is part of the article.</summary>
    public float Score(ReadOnlySpan<float> row) => 1 / (1 + MathF.Exp(-(Linear(row) + Trees(row)) / 2));

    private float Linear(ReadOnlySpan<float> row)
    {
        Vector<float> sums = Vector<float>.Zero;
        int index = 0;
        for (; index + Vector<float>.Count <= row.Length; index += Vector<float>.Count)
            sums += new Vector<float>(row[index..]) * new Vector<float>(_weights[index..]);
        float sum = _bias + Vector.Sum(sums);
        for (; index < row.Length; index++)
            sum += row[index] * _weights[index];
        return sum;
    }

    private float Trees(ReadOnlySpan<float> row)
    {
        float sum = 0;
        foreach (int root in _roots)
        {
            int node = root;
            while (_features[node] is >= 0 and var feature)
                node = _children[node] + (row[feature] < _values[node] ? 0 : 1);
            sum += _values[node];
        }
        return sum;
    }

    private static ReadOnlySpan<T> Take<T>(scoped ref ReadOnlySpan<byte> rest, int count)
        where T : struct
    {
        ReadOnlySpan<T> taken = MemoryMarshal.Cast<byte, T>(rest[..(4 * count)]);
        rest = rest[(4 * count)..];
        return taken;
    }
}
