using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>Which groups a run needs.</summary>
internal static class NeededGroups
{
    /// <summary>
    /// The groups that some result needs besides the gradient of the network's input. Whether that is wanted is known only when the forward
    /// pass is over, so that all of its groups run.
    /// </summary>
    public static HashSet<FusedGroup> WithoutInputGradient(Program program, IEnumerable<FusedGroup> groups) =>
        Without(ResultRole.InputGradient, program, groups, group => !group.IsBackward);

    /// <summary>The groups of a prediction that some result needs besides what layers add to the loss.</summary>
    public static HashSet<FusedGroup> WithoutAddedLoss(Program program, IEnumerable<FusedGroup> groups) =>
        Without(ResultRole.AddedLoss, program, groups, group => group.IsPrepared);

    private static HashSet<FusedGroup> Without(
        ResultRole role, Program program, IEnumerable<FusedGroup> groups, Func<FusedGroup, bool> runsAlways)
    {
        var needed = new HashSet<Tensor>();
        foreach (ProgramResult result in program.Results.Where(result => result.Role != role))
            Need(result.Value);
        var always = new HashSet<FusedGroup>();
        foreach (FusedGroup group in groups.Reverse())
            if (runsAlways(group) || group.Members.Any(needed.Contains) || group.Stored.Any(needed.Contains))
            {
                always.Add(group);
                foreach (Tensor loaded in group.Loaded)
                    Need(loaded);
            }

        return always;

        // Moves that change nothing do not run.
        void Need(Tensor tensor)
        {
            if (needed.Add(tensor) && tensor is Move move)
                foreach (Tensor operand in move.Operands)
                    Need(operand);
        }
    }
}
