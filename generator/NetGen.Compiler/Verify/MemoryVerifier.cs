using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Verify;

/// <summary>What holds after planning the memory. Tests run it between passes.</summary>
internal static class MemoryVerifier
{
    /// <summary>
    /// The violations of a memory plan: tensors that share floats although both are alive. A tensor is alive from the chain of groups
    /// that stores it to the last that loads it; results, to the end. In a chain that goes by rows, it is alive from group to group, and
    /// shares only rows. The caller writes the output's gradient between the passes.
    /// </summary>
    public static IReadOnlyList<string> Faults(Program program, MemoryPlan plan)
    {
        var faults = new List<string>();
        var contents = new Dictionary<Tensor, (int First, int Last)>();
        var moved = new HashSet<Tensor>(plan.Groups.Select(group => group.Anchor).OfType<Move>());
        FusedGroup[][] steps =
        [
            .. plan.Chains.SelectMany(chain =>
                chain.RowsOfSample > 1 ? chain.Groups.Select(group => new[] { group }) : [[.. chain.Groups]]),
        ];
        int boundary = steps.TakeWhile(step => !step[0].IsBackward).Count();
        foreach (Input input in program.Nodes.OfType<Input>())
            if (input.IsWrittenBetweenPasses)
                contents[input] = (boundary - 1, boundary - 1);
            else if (input.Role == InputRole.State)
                contents[input] = (-1, steps.Length);
        for (int index = 0; index < steps.Length; index++)
            foreach (FusedGroup group in steps[index])
            {
                // A state is changed where it lies.
                foreach (Tensor stored in group.Stored.Where(stored => stored is not StateUpdate).Select(Source))
                    if (!contents.ContainsKey(stored))
                        contents[stored] = (index, index);
                foreach (Tensor loaded in group.Loaded.Select(Source))
                    contents[loaded] = contents.TryGetValue(loaded, out (int First, int Last) life)
                        ? (life.First, Math.Max(life.Last, index)) : (-1, index);
            }

        foreach (ProgramResult result in program.Results)
            if (contents.TryGetValue(Source(result.Value), out (int First, int Last) life))
                contents[Source(result.Value)] = (life.First, steps.Length);

        var written = new HashSet<Tensor>(plan.Groups.SelectMany(group => group.Stored).Select(Source));
        MemoryUse[] uses =
        [
            .. contents.Select(tensor => new MemoryUse(
                $"%{tensor.Key.Id}", plan[tensor.Key], Size(tensor.Key), tensor.Value.First, tensor.Value.Last,
                    written.Contains(tensor.Key))),
        ];

        // A view shares its source's floats on purpose; nothing else may write there meanwhile. Two tensors that one chain stores are alive
        // together.
        foreach (MemoryUse a in uses)
            foreach (MemoryUse b in uses)
                if (!ReferenceEquals(a, b) && b.IsWritten && a.Overlaps(b)
                    && b.First >= a.First + (a.IsWritten ? 0 : 1) && b.First <= a.Last
                    && a.Place.Kind is StorageKind.Activation or StorageKind.Scratch)
                    faults.Add($"{b.Name} is written over {a.Name}, which is still needed");
        faults.AddRange(uses.Where(use => use.Place.Kind is StorageKind.Activation or StorageKind.Scratch
            && use.Place.Offset + use.Size > (use.Place.Kind == StorageKind.Activation ? plan.ActivationSize : plan.ScratchSize))
            .Select(use => $"{use.Name} reaches beyond the arena"));
        foreach (Chain chain in plan.Chains.Where(chain => chain.RowsOfSample > 1))
            foreach (FusedGroup group in chain.Groups)
                faults.AddRange(chain.Groups.TakeWhile(earlier => earlier != group)
                    .Where(earlier => !RowChains.IsByRow(earlier, group, tensor => plan[tensor]))
                    .Select(earlier => $"{group.Name} touches rows that are not its own in what {earlier.Name} touches"));
        return faults;

        // A view has no group that stores it: what lives is the tensor that it is a view or a part of.
        Tensor Source(Tensor tensor)
        {
            while (tensor.Part is not null || tensor is StateUpdate
                || (tensor is Move { IsJoinedInPlace: false } && !moved.Contains(tensor)))
                tensor = tensor.Part?.Whole ?? tensor.Operands[0];
            return tensor;
        }
    }

    private static long Size(Tensor tensor) => tensor.Shape.IsBatched
        ? tensor.Shape.SampleStride
        : tensor.Shape.Rows * tensor.Shape.PaddedInner;
}
