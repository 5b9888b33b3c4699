namespace Extraction.Pages.Decoding;

/// <summary>A page's text, or why its bytes hold none.</summary>
/// <remarks>Exactly one of <paramref name="Text"/> and <paramref name="Fault"/> is set.</remarks>
/// <param name="Text">The decoded text without a byte order mark.</param>
/// <param name="Charset">The encoding that was used.</param>
/// <param name="Fault">Why the bytes are no text.</param>
internal readonly record struct DecodedText(string? Text, string? Charset, string? Fault);
