namespace NetGen.Compiler.Emission;

/// <summary>Prints the fields that hold each pass at the vector width of the machine, and the overrides that run them.</summary>
internal static class PassChoices
{
    private const string Class = "Passes";

    /// <summary>What a pass is to the runtime.</summary>
    private const string Type = "global::System.Action<global::NetGen.Runtime.Workspace>";

    private const string Groups = "global::System.Func<GroupDescription[]>";

    /// <summary>The override of the base class that runs a pass.</summary>
    public static void EmitOverride(CodeWriter writer, NetworkPass pass)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(
            $"protected override void {pass.Override}(global::NetGen.Runtime.Workspace workspace) => "
            + $"{Class}.{pass.Name}(workspace);");
    }

    public static void Emit(CodeWriter writer, IReadOnlyList<NetworkPass> passes)
    {
        writer.Line("/// <summary>The passes at the vector width of this machine, chosen when one of them first runs.</summary>");
        using (writer.Open($"private static class {Class}"))
        {
            foreach (NetworkPass pass in passes)
                writer.Line($"public static readonly {Type} {pass.Name} = VectorWidth.Choose({AtEachWidth(pass.Name)});");
            writer.Line($"public static readonly {Groups} {GroupTable.Name} = VectorWidth.Choose({AtEachWidth(GroupTable.Name)});");
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override GroupDescription[] DescribeGroups() => {Class}.{GroupTable.Name}();");
    }

    private static string AtEachWidth(string method) => string.Join(", ", VectorWidth.All.Select(width => $"{width.Class}.{method}"));
}
