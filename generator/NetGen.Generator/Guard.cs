namespace NetGen.Generator;

/// <summary>
/// Runs a step that reads or compiles a user's class. An exception that escapes a generator, an analyzer or a fix stops it for all classes
/// of the project; here it becomes a diagnostic of its own class. Cancellation passes through.
/// </summary>
internal static class Guard
{
    /// <summary>The step's result, or what <paramref name="failed"/> makes of its exception.</summary>
    /// <param name="step">What is done.</param>
    /// <param name="failed">Gets the exception.</param>
    /// <param name="cancellation">An exception that follows from it is not caught.</param>
#pragma warning disable CA1031 // Whatever goes wrong is a fault of NetGen, and is reported as one.
    public static T Run<T>(Func<T> step, Func<Exception, T> failed, CancellationToken cancellation)
    {
        try
        {
            return step();
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellation))
        {
            return failed(exception);
        }
    }

    /// <summary>The same for a step that takes its time.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> step, Func<Exception, T> failed, CancellationToken cancellation)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellation))
        {
            return failed(exception);
        }
    }
#pragma warning restore CA1031

    private static bool IsCancellation(Exception exception, CancellationToken cancellation) =>
        exception is OperationCanceledException && cancellation.IsCancellationRequested;
}
