namespace Extraction.Relations;

/// <summary>Where two entities stand closest to each other.</summary>
/// <param name="From">The closest name of the first entity.</param>
/// <param name="To">The closest name of the second.</param>
/// <param name="SentenceDistance">How many sentences lie between the two; 0 when they share one.</param>
internal readonly record struct PairPlace(MaskedMention From, MaskedMention To, int SentenceDistance)
{
    /// <summary>The sentences of the two names in text order; the same twice where they share one.</summary>
    public (int First, int Second) Sentences => (Math.Min(From.Sentence, To.Sentence), Math.Max(From.Sentence, To.Sentence));

    /// <summary>Whether the first entity's name comes first.</summary>
    public bool Forward => From.Unit < To.Unit;

    /// <summary>How many units lie between the names.</summary>
    public int Gap => Math.Abs(From.Unit - To.Unit);

    /// <summary>Whether both stand in one enumeration.</summary>
    public bool OneList => From.ListFirst == To.ListFirst;

    /// <summary>The first unit between the enumerations that the names stand in.</summary>
    public int BetweenFirst => OneList ? FullFirst : (Forward ? From.ListLast : To.ListLast) + 1;

    /// <summary>The unit after the last one between the enumerations.</summary>
    public int BetweenEnd => OneList ? FullEnd : Forward ? To.ListFirst : From.ListFirst;

    /// <summary>The first unit between the names themselves.</summary>
    public int FullFirst => Math.Min(From.Unit, To.Unit) + 1;

    /// <summary>The unit after the last one between the names themselves.</summary>
    public int FullEnd => Math.Max(From.Unit, To.Unit);
}
