namespace Extraction.Cli.Runs;

/// <summary>The one place where any exception is caught: a fault of the program met on one input costs that input, not the run.</summary>
/// <remarks>
/// Reading, cleaning and annotating give failures as values and should never throw; what arrives here is a bug. Cancelling is none and passes.
/// </remarks>
internal static class FaultBarrier
{
    /// <summary>Runs <paramref name="step"/>; an exception becomes a failure of <paramref name="source"/> that names the exception and where it was thrown.</summary>
    public static Outcome<T> Run<T>(string source, string stage, Func<Outcome<T>> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new DocumentFailure(source, stage, Describe(exception));
        }
    }

    private static string Describe(Exception exception)
    {
        string place = exception.TargetSite is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
        return $"Fault of the program, please report it: {exception.GetType().Name}{place}: {exception.Message}";
    }
}
