using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>Which groups a run needs.</summary>
internal static class NeededGroups
{
    /// <summary>
    /// The groups that some result needs besides the gradient of the network's input. Whether that is wanted is known only when the forward
    /// pass is over, so that all of its groups run.
    /// </summary>
    public static HashSet<FusedGroup> WithoutInputGradient(Program program, IEnumerable<FusedGroup> groups)
    {
        var needed = new HashSet<Tensor>(program.Results.Where(r => r.Role != ResultRole.InputGradient).Select(r => r.Value));
        var always = new HashSet<FusedGroup>();
        foreach (FusedGroup group in groups.Reverse())
            if (!group.IsBackward || group.Members.Any(needed.Contains) || group.Stored.Any(needed.Contains))
            {
                always.Add(group);
                foreach (Tensor loaded in group.Loaded)
                    for (Tensor? tensor = loaded; tensor is not null; tensor = (tensor as Move)?.Operands[0])
                        needed.Add(tensor);
            }

        return always;
    }
}
