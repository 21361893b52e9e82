using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Specification;

namespace NetGen.Generator;

/// <summary>Exceptions as faults of the class that a step was about.</summary>
internal static class Failures
{
    /// <summary>The failure, at the first of a class's places.</summary>
    /// <param name="name">The class.</param>
    /// <param name="pass">What failed: "Shapes", "the pass after Fusion".</param>
    /// <param name="exception">What it ended with.</param>
    public static Fault Of(string name, string pass, Exception exception)
    {
        string what = $"{exception.GetType().Name}, {exception.Message}".Replace("\r", " ").Replace("\n", " ");
        return new Fault(Rules.CompilerFailure.Id, 0, EquatableArray.Of(name, pass, what));
    }
}
