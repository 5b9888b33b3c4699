namespace Extraction.Entities.Sequences;

/// <summary>The labels that a sequence model gives to tokens: begin, inside, last and unit of each type, and outside.</summary>
/// <remarks>
/// The order B… O U… L… I… makes the labels that may follow a finished piece of text (B, O, U) one run and those that finish one (O, U, L)
/// another, so that the transitions between them are one dense block and everything else is four vectors.
/// </remarks>
/// <param name="Types">The number of types.</param>
internal readonly record struct TagSet(int Types)
{
    /// <summary>The label of a token in no name.</summary>
    public int Outside => Types;

    /// <summary>The number of labels.</summary>
    public int Count => 4 * Types + 1;

    /// <summary>Rows of scores are padded to whole vectors of 16 bytes.</summary>
    public int Stride => (Count + 15) & ~15;

    /// <summary>The number of labels that may follow, and of those that may precede, a border between pieces.</summary>
    public int Open => 2 * Types + 1;

    /// <summary>Rows of the block of open transitions are padded to whole vectors of 8 floats.</summary>
    public int OpenStride => (Open + 7) & ~7;

    /// <summary>The label of the first of several tokens.</summary>
    public static int Begin(int type) => type;

    /// <summary>The label of a name of one token.</summary>
    public int Unit(int type) => Types + 1 + type;

    /// <summary>The label of the last of several tokens.</summary>
    public int Last(int type) => 2 * Types + 1 + type;

    /// <summary>The label of a token between the first and the last.</summary>
    public int Inside(int type) => 3 * Types + 1 + type;

    /// <summary>Whether a name begins at a token with this label.</summary>
    public bool Begins(int label) => label < Types || label > Types && label <= 2 * Types;

    /// <summary>The type of a label that is not <see cref="Outside"/>.</summary>
    public int TypeOf(int label) => label < Types ? label : (label - Types - 1) % Types;
}
