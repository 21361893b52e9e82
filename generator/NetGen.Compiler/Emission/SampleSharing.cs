using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Which methods of a prediction are worth sharing among threads when there are fewer samples than threads. Threads wait for each other
/// after each method, and what one core wrote comes slowly to another: a method that stands between others that run on one thread must have
/// much to do. Methods that share one after the other find most of what they read in their own core's caches.
/// </summary>
internal sealed class SampleSharing
{
    /// <summary>As <c>Workspace.SmallestSharedWork</c> of the library: less is not worth waking other threads for.</summary>
    private const long SmallestSharedWork = 1 << 18;

    private const int ShareInPrediction = 4;

    /// <summary>A weight that comes from L3 or memory comes sooner to two cores than to one.</summary>
    private const int MultiplyAddsOfWeight = 4;

    /// <summary>
    /// Multiply-adds that pass while a float comes from another core (0.5 ns, measured with two cores), twice: sharing saves half of a
    /// method's time at the least.
    /// </summary>
    private const int MultiplyAddsOfMovedFloat = 128;

    private readonly HashSet<FusedGroup> sharing = [];

    /// <summary>For each method, those that wrote what it reads, with the floats.</summary>
    private readonly Dictionary<FusedGroup, List<(FusedGroup Group, int Floats)>> writers = [];

    /// <summary>For each method, those that read what it writes.</summary>
    private readonly Dictionary<FusedGroup, List<FusedGroup>> readers = [];

    private SampleSharing(MemoryPlan plan)
    {
        var last = new Dictionary<Storage, FusedGroup>();
        foreach (FusedGroup group in plan.Groups)
        {
            (writers[group], readers[group]) = ([], []);
            foreach (Tensor loaded in group.Loaded.Where(tensor => tensor.Shape.IsBatched))
                if (last.TryGetValue(plan[loaded] with { Within = 0 }, out FusedGroup? writer) && writer != group)
                {
                    writers[group].Add((writer, loaded.Shape.Count));
                    readers[writer].Add(group);
                }

            foreach (Tensor stored in group.Stored.Where(tensor => tensor.Shape.IsBatched))
                last[plan[stored] with { Within = 0 }] = group;
            if (KernelForm.Of(group).PartsOfSample > 1)
                sharing.Add(group);
        }

        var open = new Queue<FusedGroup>(plan.Groups);
        while (open.Count > 0)
        {
            FusedGroup group = open.Dequeue();
            if (!sharing.Contains(group) || Work(group) >= SmallestSharedWork)
                continue;
            sharing.Remove(group);
            foreach (FusedGroup neighbour in writers[group].Select(writer => writer.Group).Concat(readers[group]))
                open.Enqueue(neighbour);
        }
    }

    public static SampleSharing Of(MemoryPlan plan) => new(plan);

    /// <summary>About how much a sample costs, as the library compares it with the least work that is shared; 1 where it is not.</summary>
    public long WorkOfSample(FusedGroup group) =>
        sharing.Contains(group) ? Work(group) : KernelForm.Of(group).PartsOfSample > 1 ? 1 : Work(group, moved: 0);

    private long Work(FusedGroup group) => Work(group, Moved(group));

    private static long Work(FusedGroup group, long moved) =>
        (GroupCost.WorkOfSample(group) + (MultiplyAddsOfWeight * GroupCost.Weight(group)) - (MultiplyAddsOfMovedFloat * moved))
        / ShareInPrediction;

    /// <summary>
    /// The floats that pass from core to core: half of what a method on one thread wrote, half of what such a method reads, and some of the
    /// memory that is written, which another core may have used before.
    /// </summary>
    private long Moved(FusedGroup group)
    {
        long read = writers[group].Where(writer => !sharing.Contains(writer.Group)).Sum(writer => (long)writer.Floats / 2);
        long written = group.Stored.Where(tensor => tensor.Shape.IsBatched).Sum(tensor => (long)tensor.Shape.Count);
        return read + (written / 4) + (readers[group].All(sharing.Contains) ? 0 : written / 2);
    }
}
