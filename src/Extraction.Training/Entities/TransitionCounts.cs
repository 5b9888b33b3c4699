using System.Numerics;
using Extraction.Entities.Sequences;

namespace Extraction.Training.Entities;

/// <summary>How often one label is expected to follow another in a sequence, less how often it does.</summary>
internal sealed class TransitionCounts(Transitions exponentials)
{
    private readonly TagSet _tags = exponentials.Tags;
    private readonly float[] _incoming = new float[exponentials.Tags.OpenStride];

    /// <summary>The counts.</summary>
    public Transitions Counts { get; } = new(exponentials.Tags);

    /// <summary>Adds what <paramref name="lattice"/> expects after a run over <paramref name="count"/> tokens.</summary>
    public void AddExpected(Lattice lattice, int count)
    {
        (float[] forward, float[] backward, float[] emission) = lattice.Passes;
        int stride = _tags.Stride;
        lattice.Marginals.AsSpan(0, _tags.Open).CopyTo(Counts.Start);
        lattice.Marginals.AsSpan((count - 1) * stride + _tags.Types, _tags.Open).CopyTo(Counts.End);
        for (int token = 1; token < count; token++)
        {
            AddStep(forward.AsSpan((token - 1) * stride, stride), emission.AsSpan(token * stride, stride), backward.AsSpan(token * stride, stride));
        }
    }

    /// <summary>Takes away the transitions of the right labels.</summary>
    public void Subtract(int[] labels)
    {
        int types = _tags.Types;
        Counts.Start[labels[0]]--;
        Counts.End[labels[^1] - types]--;
        for (int token = 1; token < labels.Length; token++)
        {
            int from = labels[token - 1], to = labels[token];
            if (to < _tags.Open)
                Counts.Open[(from - types) * _tags.OpenStride + to]--;
            else if (to < _tags.Inside(0))
                (from < types ? Counts.BeginLast : Counts.InsideLast)[_tags.TypeOf(to)]--;
            else
                (from < types ? Counts.BeginInside : Counts.InsideInside)[_tags.TypeOf(to)]--;
        }
    }

    private void AddStep(ReadOnlySpan<float> forward, ReadOnlySpan<float> emission, ReadOnlySpan<float> backward)
    {
        int types = _tags.Types, width = _tags.OpenStride, last = _tags.Last(0), inside = _tags.Inside(0);
        _incoming.AsSpan().Clear();
        for (int target = 0; target < _tags.Open; target++)
            _incoming[target] = emission[target] * backward[target];
        float mass = 0;
        for (int source = 0; source < _tags.Open; source++)
            mass += forward[types + source] * Dot(exponentials.Open.AsSpan(source * width, width), _incoming);
        for (int type = 0; type < types; type++)
        {
            float toLast = emission[last + type] * backward[last + type], toInside = emission[inside + type] * backward[inside + type];
            mass += forward[type] * (exponentials.BeginLast[type] * toLast + exponentials.BeginInside[type] * toInside)
                + forward[inside + type] * (exponentials.InsideLast[type] * toLast + exponentials.InsideInside[type] * toInside);
        }
        if (mass <= 0)
            return;
        float share = 1 / mass;
        for (int source = 0; source < _tags.Open; source++)
        {
            float reached = forward[types + source] * share;
            if (reached > 1e-12f)
                AddRow(exponentials.Open.AsSpan(source * width, width), reached, Counts.Open.AsSpan(source * width, width));
        }
        for (int type = 0; type < types; type++)
        {
            float toLast = emission[last + type] * backward[last + type], toInside = emission[inside + type] * backward[inside + type];
            Counts.BeginLast[type] += forward[type] * exponentials.BeginLast[type] * toLast * share;
            Counts.BeginInside[type] += forward[type] * exponentials.BeginInside[type] * toInside * share;
            Counts.InsideLast[type] += forward[inside + type] * exponentials.InsideLast[type] * toLast * share;
            Counts.InsideInside[type] += forward[inside + type] * exponentials.InsideInside[type] * toInside * share;
        }
    }

    private void AddRow(ReadOnlySpan<float> transitions, float reached, Span<float> counts)
    {
        var factor = new Vector<float>(reached);
        for (int index = 0; index < counts.Length; index += Vector<float>.Count)
        {
            Vector<float> flow = new Vector<float>(transitions[index..]) * new Vector<float>(_incoming.AsSpan(index)) * factor;
            (new Vector<float>(counts[index..]) + flow).CopyTo(counts[index..]);
        }
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector<float> sum = Vector<float>.Zero;
        for (int index = 0; index < left.Length; index += Vector<float>.Count)
            sum += new Vector<float>(left[index..]) * new Vector<float>(right[index..]);
        return Vector.Sum(sum);
    }
}
