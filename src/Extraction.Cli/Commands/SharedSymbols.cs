using System.CommandLine;
using Extraction.Cli.Inputs;

namespace Extraction.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class SharedSymbols
{
    public const string FormsHelp =
        $"""
        Files that are read: {InputForms.List}. Below a folder
        other files are ignored, and so are records beside articles (names that end in .facts.json or .facts.jsonl).
        A file that is named itself but cannot be read is a failure.
        """;

    public static Argument<string[]> Inputs()
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Files, folders (with all below them), or paths with wildcards: * ? and ** for any folders.",
            Arity = ArgumentArity.OneOrMore,
        };
        // The parser takes a mistyped option for one more input.
        inputs.Validators.Add(result =>
        {
            foreach (string value in result.Tokens.Select(token => token.Value).Where(value => value.StartsWith('-') && !Path.Exists(value)))
                result.AddError($"There is no option {value}.");
        });
        return inputs;
    }

    public static Option<string> Output() => new("--out", "-o")
    {
        HelpName = "DIR",
        Description = "The folder to write to.",
        DefaultValueFactory = _ => "out",
    };
}
