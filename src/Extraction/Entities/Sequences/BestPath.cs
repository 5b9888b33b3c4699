using System.Numerics;

namespace Extraction.Entities.Sequences;

/// <summary>Viterbi search: the one sequence of labels with the highest score.</summary>
/// <remarks>One instance serves one thread; arrays grow and are kept.</remarks>
internal sealed class BestPath(Transitions transitions)
{
    private readonly TagSet _tags = transitions.Tags;
    private readonly float[] _best = new float[2 * transitions.Tags.Stride];
    private readonly float _margin = FindMargin(transitions);
    private byte[] _from = [];

    /// <summary>Writes the best label of every token into <paramref name="labels"/>.</summary>
    /// <param name="scores">Per token a row of <see cref="TagSet.Stride"/> scores.</param>
    /// <param name="labels">One per token; at least one.</param>
    /// <param name="edges">Which ends of the sequence the tokens reach.</param>
    public void Find(ReadOnlySpan<float> scores, Span<int> labels, LatticeEdges edges = LatticeEdges.Sequence)
    {
        ReadOnlySpan<float> entry = edges.HasFlag(LatticeEdges.Start) ? transitions.Start : transitions.Open;
        int stride = _tags.Stride, count = labels.Length;
        if (_from.Length < count * stride)
            _from = new byte[Math.Max(count * stride, 2 * _from.Length)];
        Span<float> previous = _best.AsSpan(0, stride), current = _best.AsSpan(stride, stride);
        previous.Fill(float.NegativeInfinity);
        for (int label = 0; label < _tags.Open; label++)
            previous[label] = entry[label] + scores[label];
        for (int token = 1; token < count; token++)
        {
            Step(previous, scores.Slice(token * stride, stride), current, _from.AsSpan(token * stride, stride));
            Span<float> swap = previous;
            previous = current;
            current = swap;
        }
        int best = _tags.Outside;
        float bestScore = float.NegativeInfinity;
        for (int source = 0; source < _tags.Open; source++)
        {
            float exit = edges.HasFlag(LatticeEdges.End) ? transitions.End[source] : transitions.Open[source * _tags.OpenStride + _tags.Outside];
            float score = previous[_tags.Types + source] + exit;
            if (score > bestScore)
                (best, bestScore) = (_tags.Types + source, score);
        }
        for (int token = count - 1; token >= 0; token--)
        {
            labels[token] = best;
            if (token > 0)
                best = _from[token * stride + best];
        }
    }

    private void Step(ReadOnlySpan<float> previous, ReadOnlySpan<float> scores, Span<float> current, Span<byte> from)
    {
        int types = _tags.Types, width = _tags.OpenStride, last = _tags.Last(0), inside = _tags.Inside(0);
        current.Fill(float.NegativeInfinity);
        float floor = float.NegativeInfinity;
        for (int source = 0; source < _tags.Open; source++)
            floor = Math.Max(floor, previous[types + source]);
        floor -= _margin;
        Span<int> sources = stackalloc int[_tags.Open];
        int count = 0;
        for (int source = 0; source < _tags.Open; source++)
        {
            if (previous[types + source] >= floor)
                sources[count++] = source;
        }
        Span<int> chosen = stackalloc int[width];
        for (int target = 0; target < width; target += Vector<float>.Count)
        {
            var best = new Vector<float>(float.NegativeInfinity);
            Vector<int> origin = Vector<int>.Zero;
            foreach (int source in sources[..count])
            {
                Vector<float> score = new Vector<float>(previous[types + source]) + new Vector<float>(transitions.Open, source * width + target);
                Vector<int> better = Vector.GreaterThan(score, best);
                best = Vector.ConditionalSelect(better, score, best);
                origin = Vector.ConditionalSelect(better, new Vector<int>(types + source), origin);
            }
            (best + new Vector<float>(scores[target..])).CopyTo(current[target..]);
            origin.CopyTo(chosen[target..]);
        }
        for (int target = 0; target < _tags.Open; target++)
            from[target] = (byte)chosen[target];
        for (int type = 0; type < types; type++)
        {
            Choose(type, last + type, previous[type] + transitions.BeginLast[type], previous[inside + type] + transitions.InsideLast[type], scores, current, from);
            Choose(type, inside + type, previous[type] + transitions.BeginInside[type], previous[inside + type] + transitions.InsideInside[type], scores, current, from);
        }
    }

    // A predecessor further below the best one than any two transitions into one label differ cannot win.
    private static float FindMargin(Transitions transitions)
    {
        float margin = 0;
        for (int target = 0; target < transitions.Tags.Open; target++)
        {
            float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
            for (int source = 0; source < transitions.Tags.Open; source++)
            {
                float score = transitions.Open[source * transitions.Tags.OpenStride + target];
                (lowest, highest) = (Math.Min(lowest, score), Math.Max(highest, score));
            }
            margin = Math.Max(margin, highest - lowest);
        }
        return margin;
    }

    private void Choose(int type, int target, float fromBegin, float fromInside, ReadOnlySpan<float> scores, Span<float> current, Span<byte> from)
    {
        bool begin = fromBegin >= fromInside;
        current[target] = (begin ? fromBegin : fromInside) + scores[target];
        from[target] = (byte)(begin ? type : _tags.Inside(type));
    }
}
