using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Verify;

/// <summary>What holds after fusion. Tests run it between passes.</summary>
internal static class GroupVerifier
{
    /// <summary>The violated invariants of a partition into groups.</summary>
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

    /// <summary>What a member reads, seen through the Maps that it computes besides.</summary>
    private static IEnumerable<Tensor> Sources(Tensor member, FusedGroup group) => member.Operands.SelectMany(operand =>
        operand is Map && !group.Members.Contains(operand) && !group.Loaded.Contains(operand) ? Sources(operand, group) : [operand]);
}
