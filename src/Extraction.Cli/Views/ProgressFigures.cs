namespace Extraction.Cli.Views;

/// <summary>How far a run has come.</summary>
/// <param name="Articles">Articles done in this session.</param>
/// <param name="Failures">Inputs that failed in this session.</param>
/// <param name="Bytes">Bytes of the input files that are done.</param>
internal readonly record struct ProgressFigures(int Articles, int Failures, long Bytes);
