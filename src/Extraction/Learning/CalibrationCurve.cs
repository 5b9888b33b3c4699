using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extraction.Learning;

/// <summary>Turns a score into the share of things with that score that were right on data the model had not seen.</summary>
/// <remarks>Monotone, linear between knots, flat outside. Layout: number of knots (int), their scores, their probabilities (floats).</remarks>
internal sealed class CalibrationCurve
{
    private readonly float[] _scores;
    private readonly float[] _probabilities;

    /// <summary>Reads a curve.</summary>
    public CalibrationCurve(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int knots = BinaryPrimitives.ReadInt32LittleEndian(span);
        _scores = MemoryMarshal.Cast<byte, float>(span.Slice(4, 4 * knots)).ToArray();
        _probabilities = MemoryMarshal.Cast<byte, float>(span.Slice(4 + 4 * knots, 4 * knots)).ToArray();
    }

    /// <summary>The probability that a thing with this score is right.</summary>
    public double Probability(float score)
    {
        int above = Array.BinarySearch(_scores, score);
        above = above >= 0 ? above : ~above;
        if (above == 0)
            return _probabilities[0];
        if (above == _scores.Length)
            return _probabilities[^1];
        float share = (score - _scores[above - 1]) / (_scores[above] - _scores[above - 1]);
        return _probabilities[above - 1] + share * (_probabilities[above] - _probabilities[above - 1]);
    }
}
