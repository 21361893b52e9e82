namespace NetGen.Compiler.Passes;

/// <summary>A step from a lowered program to one that can be printed.</summary>
/// <param name="Name">As it is printed, and named when it fails.</param>
/// <param name="Reason">Why it stands at its place among the passes.</param>
/// <param name="Apply">Changes the program or finds something about it. Applied once more it changes nothing.</param>
/// <param name="Faults">What is wrong with its result; nothing where the pass did what it promises. Tests ask.</param>
/// <param name="Print">Its result as text; empty where it has not run.</param>
internal sealed record Pass(
    string Name,
    string Reason,
    Action<CompiledProgram> Apply,
    Func<CompiledProgram, IReadOnlyList<string>> Faults,
    Func<CompiledProgram, string> Print);
