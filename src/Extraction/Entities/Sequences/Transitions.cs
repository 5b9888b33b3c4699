namespace Extraction.Entities.Sequences;

/// <summary>The scores of one label after another.</summary>
/// <remarks>Only sequences that the labels' meaning allows have scores; the others cannot be expressed.</remarks>
internal sealed class Transitions(TagSet tags)
{
    /// <summary>The labels.</summary>
    public TagSet Tags { get; } = tags;

    /// <summary>Row per label O, U, L (as predecessor), column per label B, O, U; rows are <see cref="TagSet.OpenStride"/> long.</summary>
    public float[] Open { get; } = new float[tags.Open * tags.OpenStride];

    /// <summary>Per type, B to I.</summary>
    public float[] BeginInside { get; } = new float[tags.Types];

    /// <summary>Per type, B to L.</summary>
    public float[] BeginLast { get; } = new float[tags.Types];

    /// <summary>Per type, I to I.</summary>
    public float[] InsideInside { get; } = new float[tags.Types];

    /// <summary>Per type, I to L.</summary>
    public float[] InsideLast { get; } = new float[tags.Types];

    /// <summary>Per label B, O, U at the start of a sequence.</summary>
    public float[] Start { get; } = new float[tags.OpenStride];

    /// <summary>Per label O, U, L at the end of a sequence.</summary>
    public float[] End { get; } = new float[tags.OpenStride];

    /// <summary>Every array, in the order in which models store them.</summary>
    public IEnumerable<float[]> Parts => [Open, BeginInside, BeginLast, InsideInside, InsideLast, Start, End];

    /// <summary>Writes the exponential of every score into <paramref name="target"/>.</summary>
    public void ExponentiateInto(Transitions target)
    {
        foreach ((float[] from, float[] to) in Parts.Zip(target.Parts))
        {
            for (int index = 0; index < from.Length; index++)
                to[index] = MathF.Exp(from[index]);
        }
    }
}
