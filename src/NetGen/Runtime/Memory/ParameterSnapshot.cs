using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// A copy of some parameters and running statistics, by which a workspace notices that they have changed. Where the library alone
/// has written to them, their memory's count of changes tells; who has been given a view of them writes without telling, so that
/// from then on the numbers are compared, which costs a small part of what is made of them.
/// </summary>
internal sealed class ParameterSnapshot(ParameterMemory memory, ProgramPlan plan)
{
    private readonly float[][] parameters = Room(plan.PreparedFrom);
    private readonly float[][] statistics = Room(plan.PreparedFromStatistics);
    private int? changes;

    /// <summary>Whether one of them differs in a bit from what it was at the last call; true at the first.</summary>
    public bool Changed()
    {
        int now = memory.Changes;
        if (now == changes && !memory.IsShared)
            return false;
        bool changed = changes is null;
        changed |= Changed(plan.PreparedFrom, memory.ParameterBlock.Span, parameters);
        changed |= Changed(plan.PreparedFromStatistics, memory.StatisticBlock.Span, statistics);
        changes = now;
        return changed;
    }

    private static bool Changed(ParameterRange[]? ranges, Span<float> block, float[][] seen)
    {
        bool changed = false;
        for (int index = 0; index < seen.Length; index++)
        {
            Span<float> now = block.Slice(ranges![index].Offset, ranges[index].Length);

            // As bytes, so that every bit counts and vectors compare them.
            if (MemoryMarshal.AsBytes(now).SequenceEqual(MemoryMarshal.AsBytes(seen[index].AsSpan())))
                continue;
            now.CopyTo(seen[index]);
            changed = true;
        }

        return changed;
    }

    private static float[][] Room(ParameterRange[]? ranges) => ranges is null ? [] : [.. ranges.Select(range => new float[range.Length])];
}
