using NetGen.Compiler.Fusion;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Passes;

namespace NetGen.Compiler.Emission;

/// <summary>Prints what a profile says of each group: its method, its layers, when it runs and how much it computes.</summary>
internal static class GroupTable
{
    public static void Emit(CodeWriter writer, LoweredNetwork lowered, IReadOnlyList<CompiledProgram> programs)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override GroupDescription[] DescribeGroups() =>");
        writer.Line("[");
        foreach (CompiledProgram program in programs)
            foreach (FusedGroup group in program.Memory.Groups)
                writer.Line(
                    $"    new({KernelChoices.Field(lowered, program.Program, group)}, {Literals.String(group.Name)}, {Literals.String(string.Join(", ", group.Layers))}, "
                    + $"Pass.{Pass(lowered, program, group)}, {Literals.Integer(KernelForm.Of(group).MultiplyAdds)}),");
        writer.Line("];");
    }

    private static string Pass(LoweredNetwork lowered, CompiledProgram program, FusedGroup group) =>
        program.Program == lowered.Predict ? "Predict"
        : program.Program != lowered.Training ? "Loss"
        : group.IsBackward ? "Backward"
        : "Forward";
}
