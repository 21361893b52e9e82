namespace NetGen.Compiler.Passes;

/// <summary>What a pass did to a program: for tests, and for whoever prints the passes.</summary>
/// <param name="Pass">The pass.</param>
/// <param name="Program">The program, as the pass left it.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Before">What the pass printed before it ran.</param>
/// <param name="After">What it printed then.</param>
internal sealed record PassReport(Pass Pass, CompiledProgram Program, TimeSpan Elapsed, string Before, string After)
{
    /// <summary>Whether it changed anything that it prints.</summary>
    public bool IsChanged => Before != After;

    /// <summary>The pass, the program, and the lines that it removed and added, or "(unchanged)".</summary>
    public override string ToString()
    {
        string title = $"== {Pass.Name}: {Program.Program.Name} ==";
        if (!IsChanged)
            return title + " (unchanged)";
        string[] before = Lines(Before), after = Lines(After);
        IEnumerable<string> changes = before.Except(after).Select(line => "- " + line)
            .Concat(after.Except(before).Select(line => "+ " + line));
        return string.Join("\n", [title, .. changes]);
    }

    private static string[] Lines(string text) => [.. text.Split('\n')
        .Select(line => line.TrimEnd())
        .Where(line => line.Length > 0)
        .Select(line => line.StartsWith("  ", StringComparison.Ordinal) ? line.Substring(2) : line)];
}
