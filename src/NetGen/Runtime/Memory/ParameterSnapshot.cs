using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// A copy of some parameters and running statistics, by which a workspace detects changes. As long as only the library writes to
/// them, the change counter of their memory suffices. A caller with a view writes without notice: from then on values are compared,
/// which costs a small part of prepacking them again.
/// </summary>
internal sealed class ParameterSnapshot(ParameterMemory memory, ProgramPlan plan)
{
    private readonly float[][] parameters = Room(plan.PreparedFrom);
    private readonly float[][] statistics = Room(plan.PreparedFromStatistics);
    private int? changes;

    /// <summary>Whether any bit of them has changed since the last call; true at the first.</summary>
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

    private static bool Changed(ParameterRange[]? ranges, Span<float> block, float[][] snapshot)
    {
        bool changed = false;
        for (int index = 0; index < snapshot.Length; index++)
        {
            Span<float> now = block.Slice(ranges![index].Offset, ranges[index].Length);

            // As bytes, so that every bit counts and vectors compare them.
            if (MemoryMarshal.AsBytes(now).SequenceEqual(MemoryMarshal.AsBytes(snapshot[index].AsSpan())))
                continue;
            now.CopyTo(snapshot[index]);
            changed = true;
        }

        return changed;
    }

    private static float[][] Room(ParameterRange[]? ranges)
    {
        if (ranges is null)
            return [];
        var room = new float[ranges.Length][];
        for (int index = 0; index < room.Length; index++)
            room[index] = new float[ranges[index].Length];
        return room;
    }
}
