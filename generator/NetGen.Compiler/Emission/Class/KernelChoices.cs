using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the fields that hold each method at the vector width of the machine: a class for each pass, since a class fills all of
/// its fields when one of them is first read, and a program that only predicts has no use for those of training.
/// </summary>
internal static class KernelChoices
{
    public static void Emit(CodeWriter writer, LoweredNetwork lowered, IReadOnlyList<CompiledProgram> programs)
    {
        writer.Line("/// <summary>Each method at the vector width of this machine, chosen when its pass first runs.</summary>");
        using (writer.Open("private static class Kernels"))
        {
            bool first = true;
            foreach (IGrouping<string, Chain> pass in programs
                .SelectMany(program => program.Memory.Chains.Select(chain => (Pass: Pass(lowered, program.Program, chain.Groups[0]), Chain: chain)))
                .GroupBy(choice => choice.Pass, choice => choice.Chain))
            {
                if (!first)
                    writer.Line();
                first = false;
                using (writer.Open($"public static class {pass.Key}"))
                {
                    foreach (FusedGroup group in pass.SelectMany(chain => chain.Groups))
                    {
                        // A kernel gets vectors that divide its rows.
                        int columns = KernelForm.Of(group).Columns;
                        writer.Line(
                            $"public static readonly Kernel {group.Name} = VectorWidth.Choose("
                            + string.Join(", ", VectorWidth.All.Select(width => $"{width.Dividing(columns).Class}.{group.Name}")) + ");");
                    }

                    foreach (Chain chain in pass.Where(chain => !chain.IsSingle))
                        EmitChain(writer, chain);
                }
            }
        }
    }

    /// <summary>The field of a group's method, as the user's class calls it.</summary>
    public static string Field(LoweredNetwork lowered, Program program, FusedGroup group) => $"Kernels.{Pass(lowered, program, group)}.{group.Name}";

    /// <summary>The same of a chain, or of its only group.</summary>
    public static string Field(LoweredNetwork lowered, Program program, Chain chain) =>
        $"Kernels.{Pass(lowered, program, chain.Groups[0])}.{chain.Name}";

    /// <summary>Methods that run in turn, with the number of samples, or rows of a weight, at a time.</summary>
    private static void EmitChain(CodeWriter writer, Chain chain)
    {
        writer.Line();
        if (chain.IsSweep)
        {
            EmitSweep(writer, chain);
            return;
        }

        bool isCut = chain.AtOnce < int.MaxValue;
        string samples = isCut ? $"{Literals.Integer(chain.AtOnce)} samples at a time" : "the samples of a thread at once";
        writer.Line($"/// <summary>In turn, {samples}: what one method stores is near when the next one reads it.</summary>");
        writer.Line($"public static readonly KernelSequence {chain.Name} = new(");
        writer.Line($"    {(isCut ? Literals.Integer(chain.AtOnce) : "int.MaxValue")},");
        for (int index = 0; index < chain.Groups.Count; index++)
            writer.Line($"    {chain.Groups[index].Name}{(index < chain.Groups.Count - 1 ? "," : ");")}");
    }

    private static void EmitSweep(CodeWriter writer, Chain chain)
    {
        string rows = Literals.Integer(chain.Groups[1].Anchor!.Shape[0]);
        writer.Line($"/// <summary>One sweep over the weight, {Literals.Integer(chain.AtOnce)} of its {rows} rows at a time: they are near when their own gradient is summed.</summary>");
        writer.Line($"public static readonly KernelSequence {chain.Name} = KernelSequence.OverWeight(");
        writer.Line(
            $"    {rows}, {Literals.Integer(ProductSchedule.PanelColumns)}, {Literals.Integer(chain.AtOnce / ProductSchedule.PanelColumns)}, "
            + $"{chain.Groups[0].Name}, {chain.Groups[1].Name});");
    }

    private static string Pass(LoweredNetwork lowered, Program program, FusedGroup group) =>
        program == lowered.Predict ? "Predict"
        : program == lowered.LossOfIndices ? "LossOfIndices"
        : program == lowered.LossOfValues ? "LossOfValues"
        : group.IsBackward ? "Backward"
        : "Forward";
}
