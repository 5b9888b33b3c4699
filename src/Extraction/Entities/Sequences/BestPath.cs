namespace Extraction.Entities.Sequences;

/// <summary>Viterbi search: the one sequence of labels with the highest score.</summary>
/// <remarks>One instance serves one thread; arrays grow and are kept.</remarks>
internal sealed class BestPath(Transitions transitions)
{
    private readonly TagSet _tags = transitions.Tags;
    private readonly float[] _best = new float[2 * transitions.Tags.Stride];
    private readonly float _margin = transitions.Open.Max() - transitions.Open.Min();
    private byte[] _from = [];

    /// <summary>Writes the best label of every token into <paramref name="labels"/>.</summary>
    /// <param name="scores">Per token a row of <see cref="TagSet.Stride"/> scores.</param>
    /// <param name="labels">One per token; at least one.</param>
    public void Find(ReadOnlySpan<float> scores, Span<int> labels)
    {
        int stride = _tags.Stride, count = labels.Length;
        if (_from.Length < count * stride)
            _from = new byte[Math.Max(count * stride, 2 * _from.Length)];
        Span<float> previous = _best.AsSpan(0, stride), current = _best.AsSpan(stride, stride);
        previous.Fill(float.NegativeInfinity);
        for (int label = 0; label < _tags.Open; label++)
            previous[label] = transitions.Start[label] + scores[label];
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
            float score = previous[_tags.Types + source] + transitions.End[source];
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
        // A predecessor further below the best one than any two transitions differ cannot win against it.
        floor -= _margin;
        for (int source = 0; source < _tags.Open; source++)
        {
            float reached = previous[types + source];
            if (reached < floor)
                continue;
            ReadOnlySpan<float> row = transitions.Open.AsSpan(source * width, width);
            for (int target = 0; target < _tags.Open; target++)
            {
                float score = reached + row[target];
                if (score > current[target])
                {
                    current[target] = score;
                    from[target] = (byte)(types + source);
                }
            }
        }
        for (int target = 0; target < _tags.Open; target++)
            current[target] += scores[target];
        for (int type = 0; type < types; type++)
        {
            Choose(type, last + type, previous[type] + transitions.BeginLast[type], previous[inside + type] + transitions.InsideLast[type], scores, current, from);
            Choose(type, inside + type, previous[type] + transitions.BeginInside[type], previous[inside + type] + transitions.InsideInside[type], scores, current, from);
        }
    }

    private void Choose(int type, int target, float fromBegin, float fromInside, ReadOnlySpan<float> scores, Span<float> current, Span<byte> from)
    {
        bool begin = fromBegin >= fromInside;
        current[target] = (begin ? fromBegin : fromInside) + scores[target];
        from[target] = (byte)(begin ? type : _tags.Inside(type));
    }
}
