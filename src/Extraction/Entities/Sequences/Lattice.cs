using System.Numerics;

namespace Extraction.Entities.Sequences;

/// <summary>Forward-backward over one sequence: how probable every label is at every token.</summary>
/// <remarks>
/// Works with probabilities instead of logarithms, scaled to sum one at every token: exact enough in single precision, because what a
/// token's scaling loses is below 1e-30 of its mass. One instance serves one thread; arrays grow and are kept.
/// </remarks>
internal sealed class Lattice
{
    // Most labels have no mass worth adding at most tokens. The rows sum to one; no transition is worth more than some e^10 of another, so that
    // what is left out stays below single precision.
    private const float Negligible = 1e-12f;

    private readonly TagSet _tags;
    private readonly Transitions _exp;
    private readonly float[] _outgoing;
    private readonly float[] _incoming;
    private float[] _emission = [];
    private float[] _backward = [];

    /// <param name="exponentials">The exponentials of the transition scores; what changes in them counts after <see cref="ReadTransitions"/>.</param>
    public Lattice(Transitions exponentials)
    {
        _tags = exponentials.Tags;
        _exp = exponentials;
        _outgoing = new float[_tags.OpenStride];
        _incoming = new float[_tags.Open * _tags.OpenStride];
        ReadTransitions();
    }

    /// <summary>Per token a row of <see cref="TagSet.Stride"/> probabilities that sum to one.</summary>
    public float[] Marginals { get; private set; } = [];

    /// <summary>The scaled forward probabilities, the backward ones and the emissions: what expected transition counts are made of.</summary>
    public (float[] Forward, float[] Backward, float[] Emission) Passes => (Forward, _backward, _emission);

    private float[] Forward { get; set; } = [];

    /// <summary>Takes over the transitions after they have changed, as they do in training.</summary>
    public void ReadTransitions()
    {
        int width = _tags.OpenStride;
        for (int source = 0; source < _tags.Open; source++)
        {
            for (int target = 0; target < _tags.Open; target++)
                _incoming[target * width + source] = _exp.Open[source * width + target];
        }
    }

    /// <summary>Computes <see cref="Marginals"/> of a whole sequence.</summary>
    /// <param name="scores">Per token a row of <see cref="TagSet.Stride"/> scores; the padding is ignored.</param>
    /// <param name="count">The number of tokens.</param>
    public void Run(ReadOnlySpan<float> scores, int count) => Run(scores, count, LatticeEdges.Sequence);

    /// <summary>Computes <see cref="Marginals"/> of a sequence, or of a part of one that lies between tokens outside of names.</summary>
    /// <param name="scores">Per token a row of <see cref="TagSet.Stride"/> scores; the padding is ignored.</param>
    /// <param name="count">The number of tokens.</param>
    /// <param name="edges">Which ends of the sequence the tokens reach.</param>
    public void Run(ReadOnlySpan<float> scores, int count, LatticeEdges edges)
    {
        int stride = _tags.Stride;
        Grow(count * stride);
        for (int token = 0; token < count; token++)
        {
            Exponentiate(scores.Slice(token * stride, stride), _emission.AsSpan(token * stride, stride));
            Span<float> row = Forward.AsSpan(token * stride, stride);
            if (token == 0)
                First(row, edges.HasFlag(LatticeEdges.Start) ? _exp.Start : _exp.Open.AsSpan(0, _tags.Open));
            else
                Next(Forward.AsSpan((token - 1) * stride, stride), row);
            Multiply(row, _emission.AsSpan(token * stride, stride));
            Scale(row);
        }
        for (int token = count - 1; token >= 0; token--)
        {
            Span<float> row = _backward.AsSpan(token * stride, stride);
            if (token == count - 1)
                LastRow(row, edges.HasFlag(LatticeEdges.End) ? _exp.End : _incoming.AsSpan(_tags.Types * _tags.OpenStride, _tags.Open));
            else
                Previous(_emission.AsSpan((token + 1) * stride, stride), _backward.AsSpan((token + 1) * stride, stride), row);
            Scale(row);
            Span<float> marginal = Marginals.AsSpan(token * stride, stride);
            Forward.AsSpan(token * stride, stride).CopyTo(marginal);
            Multiply(marginal, row);
            Scale(marginal);
        }
    }

    private void Grow(int length)
    {
        if (_emission.Length >= length)
            return;
        length = Math.Max(length, 2 * _emission.Length);
        _emission = new float[length];
        _backward = new float[length];
        Forward = new float[length];
        Marginals = new float[length];
    }

    private void Exponentiate(ReadOnlySpan<float> scores, Span<float> target)
    {
        float max = float.NegativeInfinity;
        for (int label = 0; label < _tags.Count; label++)
            max = Math.Max(max, scores[label]);
        var shift = new Vector<float>(max);
        for (int label = 0; label < scores.Length; label += Vector<float>.Count)
            Vector.Exp(new Vector<float>(scores[label..]) - shift).CopyTo(target[label..]);
        target[_tags.Count..].Clear();
    }

    private void First(Span<float> row, ReadOnlySpan<float> entry)
    {
        row.Clear();
        entry[.._tags.Open].CopyTo(row);
    }

    private void LastRow(Span<float> row, ReadOnlySpan<float> exit)
    {
        row.Clear();
        exit[.._tags.Open].CopyTo(row[_tags.Types..]);
    }

    // row[j] = sum over i of previous[i] * transition(i, j).
    private void Next(ReadOnlySpan<float> previous, Span<float> row)
    {
        row.Clear();
        int types = _tags.Types, width = _tags.OpenStride;
        Span<float> sum = _outgoing;
        sum.Clear();
        for (int source = 0; source < _tags.Open; source++)
        {
            float mass = previous[types + source];
            if (mass < Negligible)
                continue;
            AddScaled(_exp.Open.AsSpan(source * width, width), mass, sum);
        }
        sum[.._tags.Open].CopyTo(row);
        int last = _tags.Last(0), inside = _tags.Inside(0);
        for (int type = 0; type < types; type++)
        {
            float begin = previous[type], middle = previous[inside + type];
            row[last + type] = begin * _exp.BeginLast[type] + middle * _exp.InsideLast[type];
            row[inside + type] = begin * _exp.BeginInside[type] + middle * _exp.InsideInside[type];
        }
    }

    // row[i] = sum over j of transition(i, j) * emission[j] * following[j].
    private void Previous(ReadOnlySpan<float> emission, ReadOnlySpan<float> following, Span<float> row)
    {
        row.Clear();
        int types = _tags.Types, width = _tags.OpenStride, last = _tags.Last(0), inside = _tags.Inside(0);
        float total = 0;
        for (int target = 0; target < _tags.Open; target++)
            total += emission[target] * following[target];
        Span<float> sum = _outgoing;
        sum.Clear();
        for (int target = 0; target < _tags.Open; target++)
        {
            float mass = emission[target] * following[target];
            if (mass >= Negligible * total)
                AddScaled(_incoming.AsSpan(target * width, width), mass, sum);
        }
        sum[.._tags.Open].CopyTo(row[types..]);
        for (int type = 0; type < types; type++)
        {
            float end = emission[last + type] * following[last + type], middle = emission[inside + type] * following[inside + type];
            row[type] = _exp.BeginLast[type] * end + _exp.BeginInside[type] * middle;
            row[inside + type] = _exp.InsideLast[type] * end + _exp.InsideInside[type] * middle;
        }
    }

    private static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> sum)
    {
        for (int index = 0; index < row.Length; index += Vector<float>.Count)
            (new Vector<float>(sum[index..]) + new Vector<float>(row[index..]) * factor).CopyTo(sum[index..]);
    }

    private static void Multiply(Span<float> row, ReadOnlySpan<float> factors)
    {
        for (int index = 0; index < row.Length; index += Vector<float>.Count)
            (new Vector<float>(row[index..]) * new Vector<float>(factors[index..])).CopyTo(row[index..]);
    }

    private static void Scale(Span<float> row)
    {
        Vector<float> total = Vector<float>.Zero;
        for (int index = 0; index < row.Length; index += Vector<float>.Count)
            total += new Vector<float>(row[index..]);
        float sum = Vector.Sum(total);
        // A row without any mass can only come from scores beyond single precision; it stays zero and the best path decides alone.
        if (sum <= 0)
            return;
        var factor = new Vector<float>(1 / sum);
        for (int index = 0; index < row.Length; index += Vector<float>.Count)
            (new Vector<float>(row[index..]) * factor).CopyTo(row[index..]);
    }
}
