using System.Runtime.InteropServices;

namespace Extraction.Training.Learning;

/// <summary>Training rows of hashed features, stored one after the other; the same features are counted, not repeated.</summary>
internal sealed class SparseRows
{
    private readonly Dictionary<ulong, int> _columns = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _indices = [];
    private readonly List<float> _values = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _rowsWith = [];

    /// <summary>The number of rows.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>The number of different features.</summary>
    public int Columns => _keys.Count;

    /// <summary>The features, by column.</summary>
    public IReadOnlyList<ulong> Keys => _keys;

    /// <summary>In how many rows each column stands.</summary>
    public IReadOnlyList<int> RowsWith => _rowsWith;

    /// <summary>Adds a row and returns its index.</summary>
    public int Add(ReadOnlySpan<ulong> features)
    {
        ulong[] sorted = features.ToArray();
        Array.Sort(sorted);
        for (int first = 0; first < sorted.Length;)
        {
            int next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
                next++;
            ref int column = ref CollectionsMarshal.GetValueRefOrAddDefault(_columns, sorted[first], out bool known);
            if (!known)
            {
                column = _keys.Count;
                _keys.Add(sorted[first]);
                _rowsWith.Add(0);
            }
            _rowsWith[column]++;
            _indices.Add(column);
            _values.Add(next - first);
            first = next;
        }
        _starts.Add(_indices.Count);
        return Count - 1;
    }

    /// <summary>The columns of a row.</summary>
    public ReadOnlySpan<int> IndicesOf(int row) => CollectionsMarshal.AsSpan(_indices)[_starts[row].._starts[row + 1]];

    /// <summary>How often each of the row's columns was added.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => CollectionsMarshal.AsSpan(_values)[_starts[row].._starts[row + 1]];
}
