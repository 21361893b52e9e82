using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints one pass of a network: which methods run, in their order, over how many work items; and the methods behind it.</summary>
internal static class PassMethods
{
    public static void Emit(CodeWriter writer, NetworkPass pass, GroupMethods methods)
    {
        Chain[] sequences = [.. pass.Chains.Where(chain => !chain.IsSingle)];
        foreach (Chain chain in sequences)
            writer.Line($"private static KernelSequence? {Field(chain)};");
        if (sequences.Length > 0)
            writer.Line();
        EmitPass(writer, pass);
        methods.Emit(writer, pass);
    }

    private static void EmitPass(CodeWriter writer, NetworkPass pass)
    {
        Program program = pass.Program.Program;
        bool isPrediction = program.IsPrediction;
        IReadOnlyList<FusedGroup> groups = pass.Program.Memory.Groups;

        // What layers add to the loss is a matter of evaluation; what is prepacked for it is kept for all.
        (HashSet<FusedGroup> always, string isWanted) = isPrediction
            ? (NeededGroups.WithoutAddedLoss(program, groups), "WantsAddedLoss")
            : (NeededGroups.WithoutInputGradient(program, groups), "WantsInputGradient");
        Func<Chain, long> workOfSample =
            isPrediction ? new SampleSharing(pass.Program.Memory).WorkOfSample : chain => chain.Groups.Sum(GroupCost.WorkOfSample);
        writer.Line($"// {pass.Summary}");
        using (writer.Open($"public static void {pass.Name}(Workspace workspace)"))
        {
            int prepared = isPrediction ? pass.Chains.TakeWhile(chain => chain.Groups[0].IsPrepared).Count() : 0;
            if (prepared > 0)
            {
                writer.Line("// What follows from the parameters alone is computed again only when they have changed.");
                using (writer.Open("if (workspace.ParametersHaveChanged())"))
                    Run(pass.Chains.Take(prepared));
                writer.Line();
            }

            Run(pass.Chains.Skip(prepared));
        }

        void Run(IEnumerable<Chain> chains)
        {
            foreach (Chain chain in chains)
            {
                bool isAlways = always.Contains(chain.Groups[0]);
                if (!isAlways)
                    writer.Line($"if (workspace.{isWanted})");
                string indentation = isAlways ? "" : "    ", work = Literals.Integer(workOfSample(chain));
                if (chain.IsSingle)
                    writer.Line($"{indentation}workspace.{Single(chain.Groups[0], work)};");
                else
                    EmitChain(writer, chain, indentation, work);
            }
        }
    }

    private static string Single(FusedGroup group, string work)
    {
        string items = KernelForm.Of(group).WorkItems, method = ShortRows.Method(group);
        return items == KernelForm.Samples ? $"RunSamples({method}, {work})" : $"Run({method}, {items}, {work})";
    }

    /// <summary>Methods that run in turn, with the number of samples, or rows of a weight, at a time.</summary>
    private static void EmitChain(CodeWriter writer, Chain chain, string indentation, string work)
    {
        string methods = string.Join(", ", chain.Groups.Select(ShortRows.Method));
        if (chain.IsSweep)
        {
            string rows = Literals.Integer(chain.Groups[1].Anchor!.Shape[0]);
            int itemsAtOnce = chain.AtOnce / ProductSchedule.PanelColumns;
            writer.Line(
                $"{indentation}// {Literals.Integer(chain.AtOnce)} of the weight's {rows} rows at a time: "
                + "they are in the cache when their own gradient is summed.");
            writer.Line(
                $"{indentation}workspace.Run({Field(chain)} ??= KernelSequence.OverWeight({rows}, "
                + $"{Literals.Integer(ProductSchedule.PanelColumns)}, "
                + $"{Literals.Integer(itemsAtOnce)}, {methods}), {work});");
            return;
        }

        if (chain.RowsOfSample > 1)
        {
            string rows = Literals.Integer(chain.RowsOfSample);
            writer.Line(
                $"{indentation}// Each row by itself: threads that share a sample wait for each other only behind the last method.");
            writer.Line($"{indentation}workspace.Run({Field(chain)} ??= KernelSequence.OverRows({rows}, {methods}), {work});");
            return;
        }

        bool isCut = chain.AtOnce < int.MaxValue;
        string samples = !isCut ? "The samples of a thread at once"
            : chain.AtOnce == 1 ? "One sample at a time"
            : $"{Literals.Integer(chain.AtOnce)} samples at a time";
        writer.Line($"{indentation}// {samples}: what one method stores is in the cache when the next one reads it.");
        writer.Line(
            $"{indentation}workspace.Run({Field(chain)} ??= new({(isCut ? Literals.Integer(chain.AtOnce) : "int.MaxValue")}, "
            + $"{methods}), {work});");
    }

    private static string Field(Chain chain) => char.ToLowerInvariant(chain.Name[0]) + chain.Name.Substring(1);
}
