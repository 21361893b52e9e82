using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Passes;

namespace NetGen.Generator;

/// <summary>Exceptions as diagnostics (NG0900) of the class that a step was about.</summary>
internal static class Failures
{
    /// <summary>The failure, at the first of a class's places.</summary>
    /// <param name="name">The class.</param>
    /// <param name="exception">What the compiler ended with.</param>
    public static Fault Of(string name, Exception exception) => exception is PassFailedException failed
        ? Of(name, $"the pass '{failed.Pass}'", failed.InnerException!)
        : Of(name, "Shapes", exception);

    /// <summary>The same for a step that is no pass of the compiler.</summary>
    /// <param name="name">The class.</param>
    /// <param name="pass">What failed: "Reading", "Check".</param>
    /// <param name="exception">What it ended with.</param>
    public static Fault Of(string name, string pass, Exception exception)
    {
        string what = $"{exception.GetType().Name}, {exception.Message}".Replace("\r", " ").Replace("\n", " ");
        return new Fault(Rules.CompilerFailure.Id, 0, EquatableArray.Of(name, pass, what));
    }
}
