namespace Extraction.Cli.Inputs;

/// <summary>The kinds of files that are read, in words for messages and help.</summary>
internal static class InputForms
{
    public const string List = ".html .htm .xhtml .txt .md .json .jsonl, each also .gz";
}
