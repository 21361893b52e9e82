using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Verify;

/// <summary>What holds after fusion and after planning the memory. Tests run it between passes.</summary>
internal static class GroupVerifier
{
    /// <summary>The faults of a partition into groups.</summary>
    public static IReadOnlyList<string> Faults(Program program, IReadOnlyList<FusedGroup> groups)
    {
        var faults = new List<string>();
        var stored = new HashSet<Tensor>(program.Nodes.Where(node => node is Input or Parameter));
        var members = new HashSet<Tensor>();
        foreach (FusedGroup group in groups)
        {
            foreach (Tensor member in group.Members)
                if (!members.Add(member))
                    faults.Add($"{member} is computed by two groups");
            foreach (Tensor loaded in group.Loaded)
                if (!stored.Contains(loaded))
                    faults.Add($"{group.Name} loads %{loaded.Id}, which no group before it stores");
            foreach (Tensor member in group.Members.Where(member => member is Map))
                foreach (Tensor source in Sources(member, group))
                    if (!group.Finds(source.Shape))
                        faults.Add($"{group.Name} cannot find its element of %{source.Id} {source.Shape}, which %{member.Id} needs");
            stored.UnionWith(group.Stored);
        }

        foreach (ProgramResult result in program.Results)
            if (!stored.Contains(result.Value))
                faults.Add($"the result {result.Role} {result.Index} is not stored");
        return faults;
    }

    /// <summary>
    /// The faults of a memory plan: tensors that share floats although both are alive. A tensor is alive from the chain of groups
    /// that stores it to the last that loads it; results, to the end. The caller writes the output's gradient between the passes.
    /// </summary>
    public static IReadOnlyList<string> Faults(Program program, MemoryPlan plan)
    {
        var faults = new List<string>();
        var contents = new Dictionary<Tensor, (int First, int Last)>();
        int boundary = plan.Chains.TakeWhile(chain => !chain.Groups[0].IsBackward).Count();
        foreach (Input input in program.Nodes.OfType<Input>().Where(input => input.Role is InputRole.OutputGradient or InputRole.NamedOutputGradient))
            contents[input] = (boundary - 1, boundary - 1);
        for (int index = 0; index < plan.Chains.Count; index++)
            foreach (FusedGroup group in plan.Chains[index].Groups)
            {
                foreach (Tensor stored in group.Stored)
                    contents[stored] = (index, index);
                foreach (Tensor loaded in group.Loaded.Select(Source))
                    contents[loaded] = contents.TryGetValue(loaded, out (int First, int Last) life) ? (life.First, index) : (-1, index);
            }

        foreach (ProgramResult result in program.Results)
            if (contents.TryGetValue(result.Value, out (int First, int Last) life))
                contents[result.Value] = (life.First, plan.Chains.Count);

        // A view shares its source's place on purpose; what counts is that nobody else writes there meanwhile. Two tensors that one
        // chain stores are alive together.
        var written = new HashSet<Tensor>(plan.Groups.SelectMany(group => group.Stored));
        foreach (Tensor a in contents.Keys)
            foreach (Tensor b in written)
                if (a != b && Overlap(a, b)
                    && contents[b].First >= contents[a].First + (written.Contains(a) ? 0 : 1) && contents[b].First <= contents[a].Last
                    && plan[a].Kind is StorageKind.Activation or StorageKind.Scratch)
                    faults.Add($"%{b.Id} is written over %{a.Id}, which is still needed");
        return faults;

        // A view has no group that stores it: what lives is the tensor that it is a view of.
        Tensor Source(Tensor tensor)
        {
            while (tensor is Move && !contents.ContainsKey(tensor))
                tensor = tensor.Operands[0];
            return tensor;
        }

        bool Overlap(Tensor a, Tensor b) =>
            plan[a].Kind == plan[b].Kind && plan[a].Offset < plan[b].Offset + Size(b) && plan[b].Offset < plan[a].Offset + Size(a);
    }

    /// <summary>What a member reads, seen through the Maps that it computes besides.</summary>
    private static IEnumerable<Tensor> Sources(Tensor member, FusedGroup group) => member.Operands.SelectMany(operand =>
        operand is Map && !group.Members.Contains(operand) && !group.Loaded.Contains(operand) ? Sources(operand, group) : [operand]);

    private static int Size(Tensor tensor) => tensor.Shape.IsBatched
        ? tensor.Shape.SampleStride
        : tensor.Shape.Rows * tensor.Shape.PaddedInner;
}
