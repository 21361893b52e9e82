namespace NetGen.Compiler.Emission;

/// <summary>Prints the fields that hold each pass at the vector width of the machine, and the overrides that run them.</summary>
/// <remarks>
/// Each field has a class of its own: a program that only predicts does not prepare the passes of training, at all widths, on the way to
/// its first prediction.
/// </remarks>
internal static class PassChoices
{
    private const string Class = "Passes";

    /// <summary>What a pass is to the runtime.</summary>
    private const string Type = "global::System.Action<global::NetGen.Runtime.Workspace>";

    private const string Field = "Run";

    private const string Groups = "global::System.Func<GroupDescription[]>";

    /// <summary>The override of the base class that runs a pass.</summary>
    public static void EmitOverride(CodeWriter writer, NetworkPass pass)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(
            $"protected override void {pass.Override}(global::NetGen.Runtime.Workspace workspace) => "
            + $"{Class}.{pass.Name}.{Field}(workspace);");
    }

    public static void Emit(CodeWriter writer, IReadOnlyList<NetworkPass> passes)
    {
        writer.Line("/// <summary>The passes at the vector width of this machine, each chosen when it first runs.</summary>");
        using (writer.Open($"private static class {Class}"))
        {
            foreach (NetworkPass pass in passes)
            {
                if (pass != passes[0])
                    writer.Line();
                using (writer.Open($"public static class {pass.Name}"))
                    writer.Line($"public static readonly {Type} {Field} = VectorWidth.Choose({OfEachWidth(pass.Name)});");
            }

            writer.Line();
            using (writer.Open($"public static class {GroupTable.Name}"))
                writer.Line($"public static readonly {Groups} {Field} = VectorWidth.Choose({AtEachWidth(GroupTable.Name)});");
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override GroupDescription[] DescribeGroups() => {Class}.{GroupTable.Name}.{Field}();");
    }

    // Methods that give the pass: only that of the machine's width is called, and so the types of the others are never loaded.
    private static string OfEachWidth(string method) =>
        string.Join(", ", VectorWidth.All.Select(width => $"static () => {width.Class}.{method}"));

    private static string AtEachWidth(string method) => string.Join(", ", VectorWidth.All.Select(width => $"{width.Class}.{method}"));
}
