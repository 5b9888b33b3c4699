using System.CommandLine;
using Extraction.Cli.Views;
using Extraction.Seeds;
using Extraction.Training.Seeds;
using Spectre.Console;

namespace Extraction.Cli.Commands;

/// <summary><c>cgt seeds</c>: checks and compiles the tables that people edit.</summary>
internal sealed class SeedsCommand(Terminal terminal)
{
    private const string Help =
        """
        Examples:
          cgt seeds check                     say what is wrong in seeds/, by file and line
          cgt seeds compile                   write models/gazetteer.bin from the name tables; then build again

        A table is a file of tab-separated values that opens with "# source:" and "# licence:" lines and a row of column names.
        The tables directly in seeds/ hold names and are compiled; those in seeds/rules are read by the program as they stand.

        Exit code: 0 all is well, 1 wrong usage, 2 a table is wrong.
        """;

    public static Command Create(Terminal terminal)
    {
        var seeds = new Option<DirectoryInfo>("--seeds")
        {
            HelpName = "DIR",
            Description = "The folder of the tables.",
            DefaultValueFactory = _ => new DirectoryInfo("seeds"),
        };
        seeds.AcceptExistingOnly();
        var models = new Option<string>("--out", "-o") { HelpName = "DIR", Description = "The folder of the models.", DefaultValueFactory = _ => "models" };
        var check = new ExampleCommand("check", "Say what is wrong in the tables.", Help) { seeds };
        check.SetAction(arguments => new SeedsCommand(terminal).Check(arguments.GetRequiredValue(seeds).ToString()));
        var compile = new ExampleCommand("compile", "Compile the name tables into a model.", Help) { seeds, models };
        compile.SetAction(arguments => new SeedsCommand(terminal).Compile(arguments.GetRequiredValue(seeds).ToString(), arguments.GetRequiredValue(models)));
        return new ExampleCommand("seeds", "Check and compile the tables of names and rules in seeds/.", Help) { check, compile };
    }

    private int Check(string folder)
    {
        (string Name, string Text)[] files = [.. Directory.EnumerateFiles(folder, "*.tsv", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)
            .Select(name => (name, File.ReadAllText(Path.Combine(folder, name))))];
        if (files.Length == 0)
            throw new CommandException($"There is no table (*.tsv) in {folder}. Run the command in the checkout, or say where the tables are with --seeds.");
        IReadOnlyList<SeedError> errors = SeedCheck.Check(files);
        if (errors.Count > 0)
            return Report(errors);
        terminal.Print($"{Amounts.Count(files.Length, "table")} checked, all well.");
        return ExitCode.Done;
    }

    private int Compile(string folder, string models)
    {
        byte[] model;
        string manifest;
        try
        {
            (model, manifest) = SeedCompilation.Compile(SeedCompilation.ReadFolder(folder));
        }
        catch (SeedException exception)
        {
            return Report(exception.Errors);
        }
        Directory.CreateDirectory(models);
        string path = Path.Combine(models, SeedCompilation.ModelFile);
        File.WriteAllBytes(path, model);
        File.WriteAllText(Path.ChangeExtension(path, ".manifest.json"), manifest);
        terminal.Print($"Wrote {path} ({Amounts.Count(model.Length, "byte")}). Build again to use it.");
        return ExitCode.Done;
    }

    private int Report(IReadOnlyList<SeedError> errors)
    {
        foreach (SeedError error in errors)
            terminal.Say(error.ToString());
        terminal.Say($"{Amounts.Count(errors.Count, "error")} found.");
        return ExitCode.SomeFailed;
    }
}
