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
            foreach ((string layers, List<FusedGroup> groups) in OfLayers(pass.Groups))
                writer.List($"        ({Literals.String(layers)}, [", groups.Select(Row), "]),");
            writer.Line("    ]),");
        }

        writer.Line("];");
    }

    private static string Row(FusedGroup group)
    {
        long multiplyAdds = KernelForm.Of(group).MultiplyAdds;
        return $"new({ShortRows.Method(group)}{(multiplyAdds == 0 ? "" : ", " + Literals.Integer(multiplyAdds))})";
    }

    /// <summary>Groups that follow each other and compute the same layers, together.</summary>
    private static List<(string Layers, List<FusedGroup> Groups)> OfLayers(IEnumerable<FusedGroup> groups)
    {
        var found = new List<(string Layers, List<FusedGroup> Groups)>();
        foreach (FusedGroup group in groups)
        {
            string layers = string.Join(", ", group.Layers);
            if (found.Count == 0 || found[found.Count - 1].Layers != layers)
                found.Add((layers, []));
            found[found.Count - 1].Groups.Add(group);
        }

        return found;
    }
}
