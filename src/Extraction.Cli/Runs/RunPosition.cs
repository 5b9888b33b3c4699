namespace Extraction.Cli.Runs;

/// <summary>A place in the inputs of a run: all items before it are done.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="Item">How many pages or failures of that input are done.</param>
/// <param name="Bytes">How many bytes of all files have been read up to here; only for showing progress.</param>
internal readonly record struct RunPosition(int Input, int Item, long Bytes);
