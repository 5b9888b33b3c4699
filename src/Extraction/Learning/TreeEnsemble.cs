using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extraction.Learning;

/// <summary>Gradient-boosted decision trees of depth three over a dense row of numbers; gives log-odds.</summary>
/// <remarks>
/// Immutable and thread-safe. Layout: number of trees T (int), bias (float); 7 T feature indexes (ints), 7 T thresholds (floats), 8 T leaf values
/// (floats). A node sends a row left when its feature is below the threshold; a node that was not split has the threshold +infinity.
/// </remarks>
internal sealed class TreeEnsemble
{
    /// <summary>Inner nodes of one tree.</summary>
    public const int Nodes = 7;

    /// <summary>Leaves of one tree.</summary>
    public const int Leaves = 8;

    private readonly int[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;
    private readonly float _bias;

    /// <summary>Reads a model.</summary>
    public TreeEnsemble(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int trees = BinaryPrimitives.ReadInt32LittleEndian(span);
        _bias = BinaryPrimitives.ReadSingleLittleEndian(span[4..]);
        ReadOnlySpan<byte> rest = span[8..];
        _features = MemoryMarshal.Cast<byte, int>(rest[..(4 * Nodes * trees)]).ToArray();
        _thresholds = MemoryMarshal.Cast<byte, float>(rest.Slice(4 * Nodes * trees, 4 * Nodes * trees)).ToArray();
        _leaves = MemoryMarshal.Cast<byte, float>(rest.Slice(8 * Nodes * trees, 4 * Leaves * trees)).ToArray();
    }

    /// <summary>The log-odds of a row.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        float score = _bias;
        for (int tree = 0; tree * Nodes < _features.Length; tree++)
        {
            int node = 0;
            while (node < Nodes)
                node = 2 * node + (row[_features[tree * Nodes + node]] < _thresholds[tree * Nodes + node] ? 1 : 2);
            score += _leaves[tree * Leaves + node - Nodes];
        }
        return score;
    }
}
