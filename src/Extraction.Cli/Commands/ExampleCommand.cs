using System.CommandLine;

namespace Extraction.Cli.Commands;

/// <summary>A command whose help ends with examples and notes.</summary>
internal sealed class ExampleCommand(string name, string description, string notes) : Command(name, description)
{
    /// <summary>What the help says after the options.</summary>
    public string Notes => notes;
}
