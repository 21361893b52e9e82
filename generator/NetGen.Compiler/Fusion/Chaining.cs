using NetGen.Compiler.Algorithms;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Orders the groups of a program, and joins groups that compute each sample by itself into chains, which run over blocks of samples.
/// A group joins the preceding chain if its operands are ready by then; what does not depend on the chain, such as a prepacked weight,
/// runs before it. The two gradients of a large linear layer are one fused dX/dW pass.
/// </summary>
internal sealed class Chaining
{
    /// <summary>A quarter of L2: weights and a kernel's scratch memory share it with the tensors.</summary>
    private const int NearFloats = Caches.L2 / 4;

    /// <summary>The smallest block size: with fewer samples, calls cost what the cache saves.</summary>
    private const int FewestSamples = 4;

    /// <summary>Rows of a sample that make the costs of a call small beside the product's.</summary>
    private const int ManyRows = 256;

    /// <summary>Half of L2, for kernels with batch lanes.</summary>
    private const int MostFloats = NearFloats * 2;

    /// <summary>A larger matrix would be streamed too often with a small block size.</summary>
    private const int LargestMatrix = Caches.L1 / 2;

    /// <summary>Tensors with so few floats a sample stay in L2 for a whole batch.</summary>
    private const int SmallTensors = 1024;

    private readonly IReadOnlyList<FusedGroup> groups;
    private readonly HashSet<FusedGroup> always;

    /// <summary>The unscheduled groups.</summary>
    private readonly HashSet<FusedGroup> open;

    /// <summary>The groups that each group depends on.</summary>
    private readonly Dictionary<FusedGroup, FusedGroup[]> needs;

    /// <summary>The readers of each group, by their positions in the order.</summary>
    private readonly Dictionary<FusedGroup, List<int>> readers;

    /// <summary>The number of unscheduled groups that each group depends on.</summary>
    private readonly int[] missing;

    /// <summary>The unscheduled groups without unscheduled dependences, in their order.</summary>
    private readonly List<int> ready = [];

    private Chaining(Program program, IReadOnlyList<FusedGroup> groups)
    {
        this.groups = groups;
        always = NeededGroups.WithoutInputGradient(program, groups);
        open = [.. groups];
        readers = groups.ToDictionary(group => group, _ => new List<int>());
        missing = new int[groups.Count];
        var producers = new Dictionary<Tensor, FusedGroup>();
        foreach (FusedGroup group in groups)
            foreach (Tensor stored in group.Stored)
                producers[stored] = group;
        needs = groups.ToDictionary(
            group => group,
            group => group.Loaded.SelectMany(Producers)
                .Where(producer => producer != group)
                .Distinct()
                .ToArray());
        for (int index = 0; index < groups.Count; index++)
        {
            missing[index] = needs[groups[index]].Length;
            foreach (FusedGroup need in needs[groups[index]])
                readers[need].Add(index);
            if (missing[index] == 0)
                ready.Add(index);
        }

        // Moves that do not run are views, or have been written part by part.
        IEnumerable<FusedGroup> Producers(Tensor loaded) =>
            producers.TryGetValue(loaded, out FusedGroup? producer) ? [producer]
            : loaded is Move move ? move.Operands.SelectMany(Producers) : [];
    }

    /// <summary>Each group by itself.</summary>
    public static IReadOnlyList<Chain> Single(IEnumerable<FusedGroup> groups) => [.. groups.Select(Alone)];

    /// <param name="program">The program, for what its results need.</param>
    /// <param name="groups">The groups that run, in an order in which they could.</param>
    public static IReadOnlyList<Chain> Of(Program program, IReadOnlyList<FusedGroup> groups)
    {
        var chaining = new Chaining(program, groups);
        var chains = new List<Chain>();
        for (int index = 0; index < groups.Count; index++)
            if (chaining.open.Contains(groups[index]))
                chains.AddRange(chaining.From(index));
        return chains;
    }

    private static Chain Alone(FusedGroup group) => new([group], int.MaxValue);

    /// <summary>The chain that begins with a group, after its dependences.</summary>
    private List<Chain> From(int index)
    {
        FusedGroup first = groups[index];
        if (always.Contains(first)
            && FusedWeightPass.Of(first, ready.Where(other => other > index).Select(other => groups[other])
                .Where(other => other.IsBackward == first.IsBackward)) is Chain sweep)
        {
            Take(index);
            Take(ready.First(other => groups[other] == sweep.Groups[1]));
            open.ExceptWith(sweep.Groups);
            return [sweep];
        }

        var chain = new Links(first);
        var before = new List<FusedGroup>();
        var isBefore = new HashSet<FusedGroup>();
        Take(index);
        if (CanChain(first))
            for (int next = FirstReadyFrom(index + 1); next < ready.Count;)
            {
                FusedGroup group = groups[ready[next]];
                bool isTaken = group.IsBackward == first.IsBackward && (CanChain(group)
                    ? chain.TryAdd(group)
                    : !group.Space.IsBatched && needs[group].All(need => !open.Contains(need) || isBefore.Contains(need)));
                if (!isTaken)
                {
                    next++;
                    continue;
                }

                if (!CanChain(group) && isBefore.Add(group))
                    before.Add(group);
                Take(ready[next]);
            }

        open.ExceptWith(before);
        open.ExceptWith(chain.Groups);
        return [.. before.Select(Alone), chain.ToChain()];
    }

    /// <summary>Marks a group as scheduled for its readers.</summary>
    private void Take(int index)
    {
        ready.RemoveAt(FirstReadyFrom(index));
        foreach (int reader in readers[groups[index]])
            if (--missing[reader] == 0)
                ready.Insert(FirstReadyFrom(reader), reader);
    }

    private int FirstReadyFrom(int index)
    {
        int place = ready.BinarySearch(index);
        return place < 0 ? ~place : place;
    }

    private bool CanChain(FusedGroup group) => group.IsBySample && always.Contains(group);

    /// <summary>The groups of a chain and the tensors that they touch.</summary>
    private sealed class Links
    {
        private readonly HashSet<Tensor> tensors = [];
        private long floatsOfSample;
        private bool hasLargeMatrix;
        private bool hasLargeTensors;

        public Links(FusedGroup first) => Add(first);

        public List<FusedGroup> Groups { get; } = [];

        /// <summary>
        /// Adds a group, unless its block size differs: large for a product with a large matrix, small for large tensors.
        /// </summary>
        /// <returns>Whether it was added.</returns>
        public bool TryAdd(FusedGroup group)
        {
            bool matrix = hasLargeMatrix || HasLargeMatrix(group);
            bool large = hasLargeTensors || HasLargeTensors(group);
            if (matrix ? large
                : IsLargeSample ? !FollowsOneByOne(group) || !FindsItsTensors(group)
                : (floatsOfSample + New(group).Sum(Floats)) * FewestSamples > NearFloats)
                return false;
            Add(group);
            return true;
        }

        public Chain ToChain()
        {
            if (Groups.Count == 1)
                return Alone(Groups[0]);
            if (hasLargeMatrix)
                return new(Groups, int.MaxValue);
            int samples = (int)Math.Max(1, NearFloats / floatsOfSample);
            if (samples >= BatchLanes.Most)
                samples = samples / BatchLanes.Most * BatchLanes.Most;
            else if (Groups.Any(BatchLaneGroups.Contain) && floatsOfSample * BatchLanes.Most <= MostFloats)
                samples = BatchLanes.Most;
            return new(Groups, samples);
        }

        /// <summary>Whether the first group's samples are so large that they go through the chain one by one.</summary>
        private bool IsLargeSample => IsLarge(Groups[0]) && TakesOneSample(Groups[0]);

        /// <summary>
        /// Elementwise loops alone read and write as fast as memory comes, in the order in which the processor expects it: they gain
        /// nothing.
        /// </summary>
        private bool FollowsOneByOne(FusedGroup group) =>
            IsLarge(group) && TakesOneSample(group) && (group.Anchor ?? Groups[Groups.Count - 1].Anchor) is not null;

        /// <summary>
        /// Whether the large tensors that the group has in common with those before it are still in L2: all that has been touched since
        /// fits beside them.
        /// </summary>
        private bool FindsItsTensors(FusedGroup group)
        {
            var since = new HashSet<Tensor>(Batched(group));
            var shared = new HashSet<Tensor>(since.Where(tensor => tensors.Contains(tensor) && Floats(tensor) > SmallTensors));
            if (shared.Count == 0)
                return false;
            for (int index = Groups.Count - 1; shared.Count > 0; index--)
            {
                since.UnionWith(Batched(Groups[index]));
                shared.ExceptWith(Batched(Groups[index]));
            }

            return since.Sum(Floats) <= Caches.L2;
        }

        private static bool IsLarge(FusedGroup group) => Batched(group).Sum(Floats) * FewestSamples > NearFloats;

        /// <summary>
        /// Whether a kernel is as fast with one sample as with several, and so fast that memory holds it up. Winograd's algorithm takes
        /// tiles of several samples together; a product of few rows waits for its weight, which may have to be transposed for each call.
        /// </summary>
        private static bool TakesOneSample(FusedGroup group) => group.Anchor switch
        {
            null => true,
            Convolution convolution => convolution.Geometry.Groups > 1,
            PolyphaseConvolution convolution => convolution.Terms.All(term => term.Geometry.Groups > 1),
            ConvolutionWeightGradient { IsOfSample: true } gradient => gradient.Geometry.Groups > 1,
            ProductWeightGradient { IsOfSample: true } => true,
            Product or TransposedProduct => group.Anchor.Shape.Rows >= ManyRows,
            _ => false,
        };

        private static bool HasLargeMatrix(FusedGroup group) =>
            group.Anchor is Product { Shape.Rows: 1 } product && product.Operands[1].Shape.Count > LargestMatrix;

        private static bool HasLargeTensors(FusedGroup group) =>
            !HasLargeMatrix(group) && Batched(group).Sum(Floats) > SmallTensors;

        private static IEnumerable<Tensor> Batched(FusedGroup group) =>
            group.Loaded.Concat(group.Stored).Where(tensor => tensor.Shape.IsBatched).Distinct();

        private static long Floats(Tensor tensor) => tensor.Shape.SampleStride;

        private IEnumerable<Tensor> New(FusedGroup group) => Batched(group).Where(tensor => !tensors.Contains(tensor));

        private void Add(FusedGroup group)
        {
            floatsOfSample += New(group).Sum(Floats);
            hasLargeMatrix |= HasLargeMatrix(group);
            hasLargeTensors |= HasLargeTensors(group);
            tensors.UnionWith(Batched(group));
            Groups.Add(group);
        }
    }
}
