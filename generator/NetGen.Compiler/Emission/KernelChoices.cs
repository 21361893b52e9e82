using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the fields that hold each method at the vector width of the machine: a class for each pass, since a class fills all of
/// its fields when one of them is first read, and a program that only predicts has no use for those of training.
/// </summary>
internal static class KernelChoices
{
    public static void Emit(CodeWriter writer, LoweredNetwork lowered, IReadOnlyList<PlannedProgram> programs)
    {
        writer.Line("/// <summary>Each method at the vector width of this machine, chosen when its pass first runs.</summary>");
        using (writer.Open("private static class Kernels"))
        {
            bool first = true;
            foreach (IGrouping<string, FusedGroup> pass in programs
                .SelectMany(program => program.Memory.Groups.Select(group => (Pass: Pass(lowered, program.Program, group), Group: group)))
                .GroupBy(choice => choice.Pass, choice => choice.Group))
            {
                if (!first)
                    writer.Line();
                first = false;
                using (writer.Open($"public static class {pass.Key}"))
                    foreach (FusedGroup group in pass)
                        writer.Line(
                            $"public static readonly global::NetGen.Runtime.Kernel {group.Name} = global::NetGen.Runtime.VectorWidth.Choose("
                            + string.Join(", ", VectorDialect.All.Select(dialect => $"{dialect.Name}Kernels.{group.Name}")) + ");");
            }
        }
    }

    /// <summary>The field of a group's method, as the user's class calls it.</summary>
    public static string Field(LoweredNetwork lowered, Program program, FusedGroup group) => $"Kernels.{Pass(lowered, program, group)}.{group.Name}";

    private static string Pass(LoweredNetwork lowered, Program program, FusedGroup group) =>
        program == lowered.Predict ? "Predict"
        : program == lowered.LossOfIndices ? "LossOfIndices"
        : program == lowered.LossOfValues ? "LossOfValues"
        : group.IsBackward ? "Backward"
        : "Forward";
}
