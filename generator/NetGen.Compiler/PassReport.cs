namespace NetGen.Compiler;

/// <summary>What a pass did to a program: for tests, and for whoever prints the passes.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Program">The program, as the pass left it.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="IsChanged">Whether it changed anything that it prints.</param>
internal sealed record PassReport(Pass Pass, CompiledProgram Program, TimeSpan Elapsed, bool IsChanged)
{
    /// <summary>The pass, the program, and the result or "(unchanged)".</summary>
    public override string ToString() =>
        $"== {Pass.Name}: {Program.Program.Name} =={(IsChanged ? "\n" + Pass.Print(Program).TrimEnd() : " (unchanged)")}";
}
