namespace Extraction.Gazetteers;

/// <summary>A way to write a name, before it is cut into tokens.</summary>
/// <param name="Text">The form as text would have it.</param>
/// <param name="Flags">How it matches.</param>
internal readonly record struct NameForm(string Text, FormFlags Flags);
