namespace Extraction.Cli;

/// <summary>A command cannot be carried out; the message tells the user what happened, where, and what to do.</summary>
internal sealed class CommandException(string message) : Exception(message);
