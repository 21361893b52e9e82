using NetGen.Runtime;

namespace NetGen;

/// <summary>Which floats of the parameter block are updated alike: what an optimizer's groups say of a network.</summary>
internal sealed class GroupRanges
{
    private readonly GroupRange[] ranges;

    private GroupRanges(GroupRange[] ranges) => this.ranges = ranges;

    /// <summary>No group: all parameters are updated alike.</summary>
    public static GroupRanges Of(ParameterMemory memory, double weightDecay) =>
        new([new GroupRange(memory.TrainedLength, new GroupFactors(1, weightDecay))]);

    /// <summary>The ranges of a network's trained parameters.</summary>
    /// <param name="memory">The network's parameters.</param>
    /// <param name="tensors">What they are.</param>
    /// <param name="groups">The groups, of which the first that has a parameter counts.</param>
    /// <param name="weightDecay">The weight decay of parameters without a group, and of groups that state none.</param>
    /// <param name="isMatrix">Which parameters are updated as a whole.</param>
    /// <exception cref="ArgumentException">A pattern matches no parameter.</exception>
    public static GroupRanges Of(
        ParameterMemory memory, IReadOnlyList<TensorDescription> tensors, IReadOnlyList<ParameterGroup> groups, double weightDecay,
        Func<TensorDescription, bool> isMatrix)
    {
        foreach (ParameterGroup group in groups)
        {
            if (group.Unmatched(tensors).FirstOrDefault() is { } pattern)
            {
                throw new ArgumentException(
                    $"The pattern \"{pattern}\" of a group matches no parameter; * stands for characters without a dot, ** for any. "
                        + $"The parameters are {string.Join(", ", tensors.Select(tensor => tensor.Name))}.",
                    nameof(Optimizer.Groups));
            }
        }

        var ranges = new List<GroupRange>();
        var others = new GroupFactors(1, weightDecay);
        int next = 0;
        foreach (TensorDescription tensor in tensors.Where(tensor => !tensor.IsFrozen).OrderBy(tensor => tensor.Offset))
        {
            if (tensor.Offset < next || tensor.Offset % AlignedBlock.FloatsPerLine != 0)
                throw new InvalidOperationException($"'{tensor.Name}' does not begin at a line of its own in the parameter block.");
            next = AlignedBlock.RoundUp(tensor.Offset + tensor.StorageSize);
            GroupFactors factors = groups.FirstOrDefault(group => group.Has(tensor)) is { } found
                ? new GroupFactors(found.LearningRateFactor, found.WeightDecay ?? weightDecay)
                : others;
            Add(ranges, next, factors with { IsMatrix = isMatrix(tensor) });
        }

        Add(ranges, memory.TrainedLength, others);
        return new GroupRanges([.. ranges]);
    }

    /// <summary>The range of a float; those behind it follow.</summary>
    public int IndexOf(int offset)
    {
        int low = 0, high = ranges.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (offset < ranges[middle].End)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>A range by its index.</summary>
    public GroupRange this[int index] => ranges[index];

    private static void Add(List<GroupRange> ranges, int end, GroupFactors factors)
    {
        if (ranges.Count > 0 && ranges[^1].Factors == factors)
            ranges.RemoveAt(ranges.Count - 1);
        else if (ranges.Count > 0 && ranges[^1].End == end)
            return;
        ranges.Add(new GroupRange(end, factors));
    }
}
