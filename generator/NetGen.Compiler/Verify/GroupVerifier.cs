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
            faults.AddRange(Body(group));
        }

        foreach (ProgramResult result in program.Results)
            if (!stored.Contains(result.Value))
                faults.Add($"the result {result.Role} {result.Index} is not stored");
        return faults;
    }

    /// <summary>A scan and its results are one group; the groups of its body partition the body.</summary>
    private static IEnumerable<string> Body(FusedGroup group)
    {
        foreach (Tensor member in group.Members)
            if ((member is Scan && member != group.Anchor) || (member is not ScanResult && group.Anchor is Scan && member != group.Anchor)
                || (member is ScanResult && member.Operands[0] != group.Anchor))
                yield return $"{group.Name} has {member}, but a scan is a group with its results";
        if (group.Anchor is not Scan scan)
        {
            if (group.Body.Count > 0)
                yield return $"{group.Name} has a body without a scan";
            yield break;
        }

        foreach (string fault in Faults(scan.Body, group.Body))
            yield return $"in the body of %{scan.Id}: {fault}";
    }

    /// <summary>What a member reads, seen through the Maps that it computes besides.</summary>
    private static IEnumerable<Tensor> Sources(Tensor member, FusedGroup group) => member.Operands.SelectMany(operand =>
        operand is Map && !group.Members.Contains(operand) && !group.Loaded.Contains(operand) ? Sources(operand, group) : [operand]);
}
