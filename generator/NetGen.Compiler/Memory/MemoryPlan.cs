using System.Text;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;

namespace NetGen.Compiler.Memory;

/// <summary>Where each stored tensor of a program lies: one arena whose places are used again when a tensor is dead.</summary>
internal sealed class MemoryPlan
{
    private readonly Dictionary<Tensor, Storage> places;

    private MemoryPlan(
        Dictionary<Tensor, Storage> places, IReadOnlyList<Chain> chains, long activationSize, long scratchSize, long unshared)
    {
        this.places = places;
        Chains = chains;
        Groups = [.. chains.SelectMany(chain => chain.Groups)];
        ActivationSize = activationSize;
        ScratchSize = scratchSize;
        UnsharedSize = unshared;
        ImmediateUpdates = Memory.ImmediateUpdates.Of(this);
    }

    /// <summary>The gradients whose parameters change in the method that computes them.</summary>
    public IReadOnlyList<ProductWeightGradient> ImmediateUpdates { get; }

    /// <summary>The groups in the order in which they run, those together that run in turn for some samples at a time.</summary>
    public IReadOnlyList<Chain> Chains { get; }

    /// <summary>The groups that are left to run: moves that change nothing in memory are views.</summary>
    public IReadOnlyList<FusedGroup> Groups { get; }

    /// <summary>The parameters or running statistics from which the prepared groups make what they store, by their places.</summary>
    public IEnumerable<(Storage Place, int Size)> PreparedFrom(StorageKind kind) => Groups
        .Where(group => group.IsPrepared)
        .SelectMany(group => group.Loaded)
        .Where(tensor => places[tensor].Kind == kind)
        .Select(tensor => (places[tensor], TensorShape.RoundUp(tensor.Shape.Rows * tensor.Shape.PaddedInner)))
        .Distinct();

    /// <summary>Floats a sample.</summary>
    public long ActivationSize { get; }

    /// <summary>Floats that do not grow with the batch.</summary>
    public long ScratchSize { get; }

    /// <summary>Floats a sample if no place were used twice.</summary>
    public long UnsharedSize { get; }

    public Storage this[Tensor tensor] => places[tensor];

    public bool Has(Tensor tensor) => places.ContainsKey(tensor);

    /// <summary>Plans a program. Parameters, gradients and statistics have their places already, in blocks of their own.</summary>
    public static MemoryPlan Of(Program program, IReadOnlyList<FusedGroup> groups, ParameterLayout layout)
    {
        var places = new Dictionary<Tensor, Storage>();
        foreach (Parameter parameter in program.Nodes.OfType<Parameter>())
            places[parameter] = parameter.IsStatistic
                ? new Storage(StorageKind.Statistic, layout.Statistics[parameter.Index].Offset)
                : new Storage(StorageKind.Parameter, layout.Parameters[parameter.Index].Offset);
        foreach (ProgramResult result in program.Results)
        {
            if (result.Role == ResultRole.ParameterGradient)
                places[result.Value] = new Storage(StorageKind.Gradient, layout.Parameters[result.Index].Offset);
            if (result.Role == ResultRole.Statistic)
                places[result.Value] = new Storage(StorageKind.Statistic, layout.Statistics[result.Index].Offset);
        }

        foreach (Input samples in program.Nodes.OfType<Input>().Where(input => input.Role == InputRole.Samples))
            places[samples] = new Storage(StorageKind.Samples, 0);

        Dictionary<Tensor, Tensor> views = Views.Find(program, groups, places);
        FusedGroup[] running = [.. groups.Where(group => group.Anchor is null || !views.ContainsKey(group.Anchor))];

        // A prediction goes through all groups some samples at a time as it is.
        IReadOnlyList<Chain> chains = program.IsPrediction ? Chaining.Single(running) : Chaining.Of(program, running, Root);
        List<Lifetime> lifetimes = Lifetimes(program, chains, Root, places);

        long activations = Allocate(program, lifetimes, StorageKind.Activation, places);
        long scratch = Allocate(program, lifetimes, StorageKind.Scratch, places);
        foreach (KeyValuePair<Tensor, Tensor> view in views)
            places[view.Key] = places[view.Value];
        long unshared = lifetimes.Where(l => l.Tensor.Shape.IsBatched).Sum(l => l.Size);
        return new MemoryPlan(places, chains, activations, scratch, unshared);

        Tensor Root(Tensor tensor)
        {
            while (views.TryGetValue(tensor, out Tensor? source))
                tensor = source;
            return tensor;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (Chain chain in Chains.Where(chain => !chain.IsSingle))
            text.AppendLine(chain.ToString());
        text.AppendLine($"arena: {ActivationSize} floats a sample ({UnsharedSize} without sharing), {ScratchSize} besides");
        foreach (KeyValuePair<Tensor, Storage> place in places.OrderBy(p => p.Key.Id))
            text.AppendLine($"  %{place.Key.Id} {place.Value.Kind} {place.Value.Offset} {place.Key.Shape}");
        return text.ToString();
    }

    /// <summary>
    /// From which chain to which each tensor is needed. What one group of a chain needs no more, another may not write over: it
    /// is still needed for the next samples.
    /// </summary>
    private static List<Lifetime> Lifetimes(
        Program program, IReadOnlyList<Chain> chains, Func<Tensor, Tensor> root, Dictionary<Tensor, Storage> places)
    {
        // Between the passes the caller reads the output and writes its gradient: that moment has a place of its own in time.
        int boundary = chains.TakeWhile(chain => !chain.Groups[0].IsBackward).Count();
        int Time(int chain) => (chain < boundary ? chain : chain + 1) + 1;
        int end = chains.Count + 2;

        var lifetimes = new Dictionary<Tensor, Lifetime>();
        foreach (Input input in program.Nodes.OfType<Input>().Where(input => !places.ContainsKey(input)))
        {
            int written = input.Role is InputRole.OutputGradient or InputRole.NamedOutputGradient ? boundary + 1 : 0;
            lifetimes[input] = new Lifetime(input) { First = written, Last = written };
        }

        for (int index = 0; index < chains.Count; index++)
            foreach (FusedGroup group in chains[index].Groups)
            {
                foreach (Tensor stored in group.Stored)
                    if (!places.ContainsKey(stored))
                        lifetimes[stored] = new Lifetime(stored) { First = Time(index), Last = Time(index) };
                foreach (Tensor loaded in group.Loaded)
                    if (lifetimes.TryGetValue(root(loaded), out Lifetime? lifetime))
                        lifetime.Last = Math.Max(lifetime.Last, Time(index));
            }

        foreach (ProgramResult result in program.Results)
            if (lifetimes.TryGetValue(root(result.Value), out Lifetime? lifetime))
                lifetime.Last = end;

        // Predictions find again what an earlier one has made of the parameters.
        if (program.IsPrediction)
            foreach (Tensor kept in chains.SelectMany(chain => chain.Groups).Where(group => group.IsPrepared).SelectMany(group => group.Stored))
                if (lifetimes.TryGetValue(kept, out Lifetime? lifetime))
                    (lifetime.First, lifetime.Last) = (0, end);
        return [.. lifetimes.Values];
    }

    /// <summary>Largest first, each at the lowest place that is free for its whole life.</summary>
    private static long Allocate(Program program, List<Lifetime> lifetimes, StorageKind kind, Dictionary<Tensor, Storage> places)
    {
        var occupancy = new Occupancy(lifetimes.Select(lifetime => lifetime.Last + 1).DefaultIfEmpty().Max());
        long total = 0;
        foreach (Lifetime lifetime in lifetimes
            .Where(l => l.Tensor.Shape.IsBatched == (kind == StorageKind.Activation))
            .OrderByDescending(l => l.Size)
            .ThenBy(l => l.Tensor.Id))
        {
            long offset = occupancy.Take(lifetime.First, lifetime.Last, lifetime.Size);
            places[lifetime.Tensor] = new Storage(kind, offset);
            total = Math.Max(total, offset + lifetime.Size);
        }

        program.Visit(occupancy.Steps);
        return total;
    }

    private sealed class Lifetime(Tensor tensor)
    {
        public Tensor Tensor { get; } = tensor;

        public int First { get; set; }

        public int Last { get; set; }

        public long Size { get; } = tensor.Shape.IsBatched
            ? TensorShape.RoundUp(tensor.Shape.SampleStride)
            : TensorShape.RoundUp(tensor.Shape.Rows * tensor.Shape.PaddedInner);
    }
}
