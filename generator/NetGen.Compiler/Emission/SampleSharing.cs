using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Which methods of a prediction are worth sharing among threads when there are fewer samples than threads. Threads wait for each other
/// after each method, and what one core wrote comes to another: a method that stands between others that run on one thread must have the
/// more to do, the farther the cores are from each other. How far they are is known when the network runs, so each method says whether it
/// is worth sharing only where they are near. Methods that share one after the other find most of what they read in the caches of their
/// own core.
/// </summary>
internal sealed class SampleSharing
{
    /// <summary>Cores of one package: 0.04 ns a float, 0.15 µs to start a thread and wait for it.</summary>
    private static readonly Distance Near = new(SmallestSharedWork: 1 << 14, MultiplyAddsOfMovedFloat: 8);

    /// <summary>
    /// Cores that share no cache, as of virtual machines: a float takes 0.5 ns, measured with two cores. It is counted twice: sharing saves
    /// half of a method's time at the least.
    /// </summary>
    private static readonly Distance Far = new(SmallestSharedWork: 1 << 18, MultiplyAddsOfMovedFloat: 128);

    private const int ShareInPrediction = 4;

    /// <summary>
    /// As <c>Products.ManySamples</c> of the library: with so many samples threads share these. The library compares the work of all
    /// samples, and with fewer it is to stay below what far cores share.
    /// </summary>
    private const int ManySamples = 4;

    /// <summary>A weight that comes from L3 or memory comes sooner to two cores than to one.</summary>
    private const int MultiplyAddsOfWeight = 4;

    private readonly MemoryPlan plan;

    /// <summary>For each chain, those that wrote what it reads, with the floats.</summary>
    private readonly Dictionary<Chain, List<(Chain Chain, int Floats)>> writers = [];

    /// <summary>For each chain, those that read what it writes.</summary>
    private readonly Dictionary<Chain, List<Chain>> readers = [];

    /// <summary>For each chain that is worth sharing, the work it is counted for.</summary>
    private readonly Dictionary<Chain, long> works = [];

    /// <param name="plan">The prediction's methods, and where their tensors lie.</param>
    public SampleSharing(MemoryPlan plan)
    {
        this.plan = plan;
        var last = new Dictionary<Storage, Chain>();
        foreach (Chain chain in plan.Chains)
        {
            (writers[chain], readers[chain]) = ([], []);
            foreach (FusedGroup group in chain.Groups)
            {
                foreach (Tensor loaded in group.Loaded.Where(tensor => tensor.Shape.IsBatched))
                    if (last.TryGetValue(plan[loaded] with { Within = 0 }, out Chain? writer) && writer != chain)
                    {
                        writers[chain].Add((writer, loaded.Shape.Count));
                        readers[writer].Add(chain);
                    }

                foreach (Tensor stored in group.Stored.Where(tensor => tensor.Shape.IsBatched))
                    last[plan[stored] with { Within = 0 }] = chain;
            }
        }

        foreach (KeyValuePair<Chain, long> work in WorthSharing(Near))
            works[work.Key] = Math.Min(work.Value, (Far.SmallestSharedWork / ManySamples) - 1);
        foreach (KeyValuePair<Chain, long> work in WorthSharing(Far))
            works[work.Key] = work.Value;
    }

    /// <summary>
    /// About how much a sample costs, as the library compares it with the least work that is shared. It is 1 where that is not worth
    /// while, and less than what is shared among far cores where only near ones should share it.
    /// </summary>
    public long WorkOfSample(Chain chain) =>
        works.TryGetValue(chain, out long work) ? work : IsCut(chain) ? 1 : Work(chain, moved: 0);

    private static bool IsCut(Chain chain) => KernelForm.Of(chain.Groups[0]).PartsOfSample > 1;

    /// <summary>Leaves methods out one after the other until each that is left is worth it between those that are left.</summary>
    private Dictionary<Chain, long> WorthSharing(Distance distance)
    {
        HashSet<Chain> sharing = [.. plan.Chains.Where(IsCut)];
        var open = new Queue<Chain>(plan.Chains);
        while (open.Count > 0)
        {
            Chain chain = open.Dequeue();
            if (!sharing.Contains(chain) || WorkOf(chain) >= distance.SmallestSharedWork)
                continue;
            sharing.Remove(chain);
            foreach (Chain neighbour in writers[chain].Select(writer => writer.Chain).Concat(readers[chain]))
                open.Enqueue(neighbour);
        }

        return sharing.ToDictionary(chain => chain, WorkOf);

        long WorkOf(Chain chain) => Work(chain, distance.MultiplyAddsOfMovedFloat * Moved(chain, sharing));
    }

    private static long Work(Chain chain, long moved) =>
        (chain.Groups.Sum(group => GroupCost.WorkOfSample(group) + (MultiplyAddsOfWeight * GroupCost.Weight(group))) - moved)
        / ShareInPrediction;

    /// <summary>
    /// The floats that pass from core to core: half of what a method on one thread wrote, half of what such a method reads, and some of the
    /// memory that is written, which another core may have used before.
    /// </summary>
    private long Moved(Chain chain, HashSet<Chain> sharing)
    {
        long read = writers[chain].Where(writer => !sharing.Contains(writer.Chain)).Sum(writer => (long)writer.Floats / 2);
        long written = chain.Groups.SelectMany(group => group.Stored).Where(tensor => tensor.Shape.IsBatched)
            .Sum(tensor => (long)tensor.Shape.Count);
        return read + (written / 4) + (readers[chain].All(sharing.Contains) ? 0 : written / 2);
    }

    /// <summary>How far cores are from each other.</summary>
    /// <param name="SmallestSharedWork">
    /// As <c>Workspace.SmallestSharedWork</c> and <c>SmallestNearWork</c> of the library: less is not worth waking other threads for.
    /// </param>
    /// <param name="MultiplyAddsOfMovedFloat">Multiply-adds that pass while a float comes from another core.</param>
    private sealed record Distance(long SmallestSharedWork, int MultiplyAddsOfMovedFloat);
}
