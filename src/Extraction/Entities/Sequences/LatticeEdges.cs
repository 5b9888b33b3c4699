namespace Extraction.Entities.Sequences;

/// <summary>Which ends of a sequence a run of tokens reaches; where it reaches none, a token outside of names stands beside it.</summary>
[Flags]
internal enum LatticeEdges
{
    /// <summary>Neither: the tokens lie inside the sequence.</summary>
    None = 0,

    /// <summary>The first token begins the sequence.</summary>
    Start = 1,

    /// <summary>The last token ends the sequence.</summary>
    End = 2,

    /// <summary>The whole sequence.</summary>
    Sequence = Start | End,
}
