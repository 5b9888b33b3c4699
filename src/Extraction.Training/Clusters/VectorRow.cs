using System.Numerics;

namespace Extraction.Training.Clusters;

/// <summary>Arithmetic on rows whose length is a multiple of the vector width.</summary>
internal static class VectorRow
{
    /// <summary>The inner product.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector<float> sum = Vector<float>.Zero;
        for (int index = 0; index < left.Length; index += Vector<float>.Count)
            sum += new Vector<float>(left[index..]) * new Vector<float>(right[index..]);
        return Vector.Sum(sum);
    }

    /// <summary>Adds <paramref name="row"/> times <paramref name="factor"/> to <paramref name="target"/>.</summary>
    public static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> target)
    {
        var scale = new Vector<float>(factor);
        for (int index = 0; index < row.Length; index += Vector<float>.Count)
            (new Vector<float>(target[index..]) + new Vector<float>(row[index..]) * scale).CopyTo(target[index..]);
    }

    /// <summary>Scales a row to length one; a row of zeros stays.</summary>
    public static void Normalize(Span<float> row)
    {
        float length = MathF.Sqrt(Dot(row, row));
        if (length == 0)
            return;
        for (int index = 0; index < row.Length; index++)
            row[index] /= length;
    }
}
