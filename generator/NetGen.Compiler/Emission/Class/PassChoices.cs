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
                    EmitField(writer, Type, pass.Name);
            }

            writer.Line();
            using (writer.Open($"public static class {GroupTable.Name}"))
                EmitField(writer, Groups, GroupTable.Name);
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override GroupDescription[] DescribeGroups() => {Class}.{GroupTable.Name}.{Field}();");
    }

    // Methods that give the pass: only that of the machine's width is called, and so the types of the others are never loaded. Native code
    // for machines with wide vectors has none of what is narrower.
    private static void EmitField(CodeWriter writer, string type, string method)
    {
        writer.Line($"public static readonly {type} {Field} = VectorWidth.Choose(");
        foreach (VectorWidth width in VectorWidth.All)
        {
            string condition = width == VectorWidth.Widest ? "" : $"VectorWidth.IsCompiled({Literals.Integer(width.Lanes)}) ? ";
            string otherwise = width == VectorWidth.Widest ? "" : " : null";
            string end = width == VectorWidth.All[^1] ? ");" : ",";
            writer.Line($"    static () => {condition}{width.Class}.{method}{otherwise}{end}");
        }
    }
}
