using System.Text;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;

namespace NetGen.Compiler.Memory;

/// <summary>Where each stored tensor of a program lies: one arena, whose floats are reused when a tensor is dead.</summary>
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
        FusedUpdates = Memory.FusedUpdates.Of(this);
    }

    /// <summary>The gradients with fused optimizer updates.</summary>
    public IReadOnlyList<ProductWeightGradient> FusedUpdates { get; }

    /// <summary>The groups in the order in which they run, in chains that run over blocks of samples.</summary>
    public IReadOnlyList<Chain> Chains { get; }

    /// <summary>The groups that are left to run: moves that change nothing in memory are views.</summary>
    public IReadOnlyList<FusedGroup> Groups { get; }

    /// <summary>The parameters or running statistics that prepacked groups read, by offset.</summary>
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

    /// <summary>Floats a sample without reuse.</summary>
    public long UnsharedSize { get; }

    public Storage this[Tensor tensor] => places[tensor];

    public bool Has(Tensor tensor) => places.ContainsKey(tensor);

    /// <summary>Plans a program. Parameters, gradients and statistics have offsets already, in blocks of their own.</summary>
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
            if (result.Role == ResultRole.OutputGradient)
                places[result.Value] = new Storage(StorageKind.PredictionGradient, 0);
            if (result.Role == ResultRole.Statistic)
                places[result.Value] = new Storage(StorageKind.Statistic, layout.Statistics[result.Index].Offset);
        }

        foreach (Input input in program.Nodes.OfType<Input>())
            if (input.Role is InputRole.Samples or InputRole.Prediction)
                places[input] = new Storage(input.Role == InputRole.Samples ? StorageKind.Samples : StorageKind.Prediction, 0);

        Dictionary<Tensor, Tensor> views = Views.Find(program, groups, places);
        FusedGroup[] running = [.. groups.Where(group => !Views.IsInPlace(group, views))];

        // A prediction runs all groups over a block of samples anyway.
        IReadOnlyList<Chain> chains = program.IsPrediction ? Chaining.Single(running) : Chaining.Of(program, running);
        List<Lifetime> lifetimes = Lifetimes(program, chains, Root, places);
        long activations = Allocate(program, lifetimes.Where(lifetime => lifetime.IsBatched));
        long scratch = Allocate(program, lifetimes.Where(lifetime => !lifetime.IsBatched));
        foreach (Lifetime lifetime in lifetimes)
            places[lifetime.Tensor] = new Storage(lifetime.IsBatched ? StorageKind.Activation : StorageKind.Scratch, lifetime.Offset);
        foreach (StateUpdate update in running.Select(group => group.Anchor).OfType<StateUpdate>())
            places[update] = places[update.Operands[0]];
        foreach (KeyValuePair<Tensor, Tensor> view in views)
            places[view.Key] = places[Root(view.Key)] with { Within = Within(view.Key) };
        if (program.IsPrediction)
            chains = RowChains.Of(program, running, tensor => places[tensor]);
        long unshared = lifetimes.Where(l => l.IsBatched).Sum(l => l.Size);
        return new MemoryPlan(places, chains, activations, scratch, unshared);

        Tensor Root(Tensor tensor)
        {
            while (views.TryGetValue(tensor, out Tensor? source))
                tensor = source;
            return tensor;
        }

        int Within(Tensor tensor)
        {
            int floats = 0;
            for (; views.TryGetValue(tensor, out Tensor? source); tensor = source)
                floats += tensor.Part?.Offset ?? 0;
            return floats;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (Chain chain in Chains.Where(chain => !chain.IsSingle))
            text.AppendLine(chain.ToString());
        text.AppendLine($"arena: {ActivationSize} floats a sample ({UnsharedSize} without sharing), {ScratchSize} besides");
        foreach (KeyValuePair<Tensor, Storage> place in places.OrderBy(p => p.Key.Id))
        {
            text.AppendLine($"  %{place.Key.Id} {place.Value.Kind} {place.Value.Offset} {place.Key.Shape}");
        }

        return text.ToString();
    }

    /// <summary>
    /// The lifetimes of tensors, in chains. A tensor lives to the end of the chain that last reads it, since the next block of samples
    /// reads it again.
    /// </summary>
    private static List<Lifetime> Lifetimes(
        Program program, IReadOnlyList<Chain> chains, Func<Tensor, Tensor> root, Dictionary<Tensor, Storage> places)
    {
        int boundary = Boundary(chains);
        int end = chains.Count + 2;

        var lifetimes = new Dictionary<Tensor, Lifetime>();
        foreach (Input input in program.Nodes.OfType<Input>().Where(input => !places.ContainsKey(input)))
        {
            int written = input.IsWrittenBetweenPasses ? boundary + 1 : 0;

            // The next step of a stream finds the state where this one leaves it.
            lifetimes[input] = new Lifetime(input) { First = written, Last = input.Role == InputRole.State ? end : written };
        }

        for (int index = 0; index < chains.Count; index++)
            foreach (FusedGroup group in chains[index].Groups)
            {
                foreach (Tensor stored in group.Stored.Select(root))
                    if (!places.ContainsKey(stored) && stored is not StateUpdate && !lifetimes.ContainsKey(stored))
                        lifetimes[stored] = new Lifetime(stored) { First = Time(index, boundary), Last = Time(index, boundary) };
                foreach (Tensor loaded in group.Loaded)
                    if (lifetimes.TryGetValue(root(loaded), out Lifetime? lifetime))
                        lifetime.Last = Math.Max(lifetime.Last, Time(index, boundary));
            }

        foreach (ProgramResult result in program.Results)
            if (lifetimes.TryGetValue(root(result.Value), out Lifetime? lifetime))
                lifetime.Last = end;

        // Predictions reuse what an earlier one has prepacked.
        if (program.IsPrediction)
            foreach (Tensor kept in chains.SelectMany(chain => chain.Groups).Where(group => group.IsPrepared)
                .SelectMany(group => group.Stored))
                if (lifetimes.TryGetValue(kept, out Lifetime? lifetime))
                    (lifetime.First, lifetime.Last) = (0, end);
        return [.. lifetimes.Values];
    }

    private static int Boundary(IReadOnlyList<Chain> chains) => chains.TakeWhile(chain => !chain.Groups[0].IsBackward).Count();

    /// <summary>The time between the passes, when the caller reads the output and writes its gradient.</summary>
    private static int Time(int chain, int boundary) => (chain < boundary ? chain : chain + 1) + 1;

    /// <summary>Largest first, each at the lowest offset that is free for its whole lifetime.</summary>
    private static long Allocate(Program program, IEnumerable<Lifetime> lifetimes)
    {
        Lifetime[] sorted = [.. lifetimes.OrderByDescending(lifetime => lifetime.Size).ThenBy(lifetime => lifetime.Tensor.Id)];
        var occupancy = new Occupancy(sorted.Select(lifetime => lifetime.Last + 1).DefaultIfEmpty().Max());
        long total = 0;
        foreach (Lifetime lifetime in sorted)
        {
            lifetime.Offset = occupancy.Take(lifetime.First, lifetime.Last, lifetime.Size);
            total = Math.Max(total, lifetime.Offset + lifetime.Size);
        }

        program.Visit(occupancy.Steps);
        return total;
    }
}
