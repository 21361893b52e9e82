namespace NetGen.Compiler.Passes;

/// <summary>A step from a lowered program to one that can be printed.</summary>
/// <param name="Name">As it is printed, and named when it fails.</param>
/// <param name="Reason">Why it stands at its place among the passes.</param>
/// <param name="Apply">Changes the program or finds something about it. Applied once more it changes nothing.</param>
/// <param name="Faults">The violated invariants of its result, for tests.</param>
/// <param name="Print">Its result as text; empty where it has not run.</param>
internal sealed record Pass(
    string Name,
    string Reason,
    Action<CompiledProgram> Apply,
    Func<CompiledProgram, IReadOnlyList<string>> Faults,
    Func<CompiledProgram, string> Print);
