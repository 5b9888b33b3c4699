namespace Extraction.Relations;

/// <summary>The kinds of features.</summary>
/// <remarks>The numbers are part of the model: changing one means training anew. Kinds with offsets are ten or more apart.</remarks>
internal static class Template
{
    // One entity or one sentence.
    public const int From = 10, To = 20, FromWindow = 35, ToWindow = 45, SentenceWord = 50, SentenceSection = 55;

    // A pair.
    public const int Types = 100, Ranks = 101, RanksDistance = 102, Only = 103, InTitle = 104, Counts = 105, Peers = 106, SentenceDistance = 107, Coverage = 108,
        Rivals = 109, Order = 110, BetweenGap = 111, FullGap = 112, FromNearer = 113, ToNearer = 114, Nearer = 115, InBetween = 116, FromBefore = 117, DistantOrder = 118,
        DistantSection = 119, Outside = 130, Between = 140, FullBetween = 150, DistantFrom = 160, DistantTo = 170;
}
