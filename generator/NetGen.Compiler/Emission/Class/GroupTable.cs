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
            FusedGroup? before = null;
            foreach (FusedGroup group in pass.Groups)
            {
                writer.Line($"        {Row(group, before)},");
                before = group;
            }

            writer.Line("    ]),");
        }

        writer.Line("];");
    }

    /// <summary>What is said of a group: of its layers nothing where they are those of the group before.</summary>
    private static string Row(FusedGroup group, FusedGroup? before)
    {
        var arguments = new List<string> { ShortRows.Method(group) };
        bool isNamed = before is not null && group.Layers.SequenceEqual(before.Layers);
        if (!isNamed)
            arguments.Add(Literals.String(string.Join(", ", group.Layers)));
        if (KernelForm.Of(group).MultiplyAdds is > 0 and var multiplyAdds)
            arguments.Add((isNamed ? "multiplyAdds: " : "") + Literals.Integer(multiplyAdds));
        return $"new({string.Join(", ", arguments)})";
    }
}
