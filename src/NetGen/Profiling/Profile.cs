using System.Diagnostics;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Where the time of training steps or predictions goes: given to <see cref="Trainer.Profile"/> or <see cref="Predictor.Profile"/>, it
/// gathers the time of each fused group.
/// </summary>
/// <remarks>
/// Taking the time of a group costs about 50 ns; a trainer or predictor without a profile spends nothing on it. Once each group has run, a
/// profile allocates nothing. One trainer or predictor at a time may use a profile.
/// </remarks>
public sealed class Profile
{
    private readonly Dictionary<Kernel, GroupProfile> byKernel = new(ReferenceEqualityComparer.Instance);
    private readonly List<GroupProfile> groups = [];
    private readonly GroupProfile unnamed = new("unnamed", "", Pass.Forward, 0);
    private GroupProfile? update;
    private Type? updater;
    private long started;
    private TimeSpan inParts;

    /// <summary>The groups that have run, in the order of their first run.</summary>
    public IReadOnlyList<GroupProfile> Groups => groups;

    /// <summary>The number of steps or predictions. A prediction counts once, in however many parts it goes through the groups.</summary>
    public long Runs { get; private set; }

    /// <summary>The number of samples of all runs together.</summary>
    public long Samples { get; private set; }

    /// <summary>The time of all runs together, with what belongs to no group: checking and copying the batch.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The part of <see cref="Elapsed"/> that belongs to no group.</summary>
    public TimeSpan OutsideGroups
    {
        get
        {
            TimeSpan rest = Elapsed;
            foreach (GroupProfile group in groups)
                rest -= group.Elapsed;
            return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
        }
    }

    /// <summary>Forgets all times, for example those of the first steps.</summary>
    public void Clear()
    {
        foreach (GroupProfile group in groups)
            group.Clear();
        groups.Clear();
        (Runs, Samples, Elapsed) = (0, 0, TimeSpan.Zero);
    }

    /// <summary>Learns the names of a network's groups.</summary>
    internal void Describe(Network network)
    {
        foreach (GroupDescription group in network.Groups)
            byKernel.TryAdd(group.Kernel, new GroupProfile(group.Name, group.Layers, group.Pass, group.MultiplyAdds));
    }

    internal void Begin() => started = Stopwatch.GetTimestamp();

    internal void End() => Elapsed += Stopwatch.GetElapsedTime(started);

    internal void CountRun(int samples)
    {
        Runs++;
        Samples += samples;
    }

    internal void Run(Workers workers, Kernel kernel, Workspace workspace, int count)
    {
        long before = Stopwatch.GetTimestamp();
        workers.Run(kernel, workspace, count);
        Add(byKernel.GetValueOrDefault(kernel, unnamed), Stopwatch.GetElapsedTime(before), workspace.Samples);
    }

    /// <summary>
    /// Runs kernels in turn: each gets its time on the calling thread, and the last one the wait for the other threads as well.
    /// </summary>
    internal void Run(Workers workers, KernelSequence sequence, Workspace workspace)
    {
        inParts = TimeSpan.Zero;
        long before = Stopwatch.GetTimestamp();
        workers.Run(sequence.Whole, workspace, sequence.ItemsOf(workspace));
        byKernel.GetValueOrDefault(sequence.Last, unnamed).AddTime(Stopwatch.GetElapsedTime(before) - inParts);
    }

    /// <summary>Runs one of several kernels for some of its items. Those from the first on count for all.</summary>
    internal void RunPart(Kernel kernel, Workspace workspace, int begin, int end)
    {
        long before = Stopwatch.GetTimestamp();
        kernel(workspace, begin, end);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(before);
        inParts += elapsed;
        GroupProfile group = byKernel.GetValueOrDefault(kernel, unnamed);
        if (begin == 0)
            Add(group, elapsed, workspace.Samples);
        else
            group.AddTime(elapsed);
    }

    internal void CountUpdate(Optimizer optimizer, TimeSpan elapsed)
    {
        // The type is compared, not its name: the runtime may drop the cached string at a garbage collection.
        if (update is null || updater != optimizer.GetType())
        {
            updater = optimizer.GetType();
            update = new GroupProfile(updater.Name, "", Pass.Update, 0);
        }

        Add(update, elapsed, samples: 0);
    }

    private void Add(GroupProfile group, TimeSpan elapsed, int samples)
    {
        if (group.Runs == 0)
            groups.Add(group);
        group.Add(elapsed, samples);
    }
}
