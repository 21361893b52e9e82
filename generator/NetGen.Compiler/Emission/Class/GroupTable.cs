using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Emission;

/// <summary>Prints what a profile says of each group: its method, its layers, when it runs and how much it computes.</summary>
internal static class GroupTable
{
    /// <summary>The method that gives the table.</summary>
    public const string Name = "Groups";

    public static void Emit(CodeWriter writer, IReadOnlyList<NetworkPass> passes)
    {
        writer.Line("// What a profile says of each method.");
        writer.Line($"public static GroupDescription[] {Name}() =>");
        writer.Line("[");
        foreach (NetworkPass pass in passes)
        {
            writer.Line($"    .. GroupDescription.InPass(Pass.{pass.Profiled},");
            writer.Line("    [");
            foreach (FusedGroup group in pass.Groups)
            {
                long multiplyAdds = KernelForm.Of(group).MultiplyAdds;
                writer.Line(
                    $"        new({ShortRows.Method(group)}, {Literals.String(string.Join(", ", group.Layers))}"
                    + $"{(multiplyAdds == 0 ? "" : ", " + Literals.Integer(multiplyAdds))}),");
            }

            writer.Line("    ]),");
        }

        writer.Line("];");
    }
}
