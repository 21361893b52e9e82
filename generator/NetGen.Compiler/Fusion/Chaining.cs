using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Orders the groups of a program and joins those into chains that compute each sample by itself. A group joins the chain before
/// it when all that it needs is there by then; what does not depend on the chain (a weight made ready) goes in front of it.
/// </summary>
internal static class Chaining
{
    /// <summary>A quarter of a second cache of 1 MiB, in floats: weights and a kernel's own memory want room beside the tensors.</summary>
    private const int NearFloats = 1 << 16;

    /// <summary>A chain takes at least so many samples at a time: with fewer, starting a method for each costs what the cache saves.</summary>
    private const int FewestSamples = 4;

    /// <summary>Kernels take so many samples side by side at most.</summary>
    private const int SamplesSideBySide = 16;

    /// <summary>A matrix with more floats is walked through too often for a few samples at a time.</summary>
    private const int LargestMatrix = 4096;

    /// <summary>So few floats a sample stay near for a whole batch.</summary>
    private const int SmallTensors = 1024;

    /// <summary>Each group by itself.</summary>
    public static IReadOnlyList<Chain> Single(IEnumerable<FusedGroup> groups) => [.. groups.Select(Alone)];

    /// <param name="program">The program, for what its results need.</param>
    /// <param name="groups">The groups that run, in an order in which they could.</param>
    /// <param name="source">The tensor in memory that a tensor is, or is a view of.</param>
    public static IReadOnlyList<Chain> Of(Program program, IReadOnlyList<FusedGroup> groups, Func<Tensor, Tensor> source)
    {
        HashSet<FusedGroup> always = NeededGroups.WithoutInputGradient(program, groups);
        var producers = new Dictionary<Tensor, FusedGroup>();
        foreach (FusedGroup group in groups)
            foreach (Tensor stored in group.Stored)
                producers[stored] = group;
        var needs = groups.ToDictionary(
            group => group,
            group => new HashSet<FusedGroup>(group.Loaded
                .Select(loaded => producers.TryGetValue(source(loaded), out FusedGroup? producer) ? producer : group)
                .Where(producer => producer != group)));

        var chains = new List<Chain>();
        var left = new List<FusedGroup>(groups);
        while (left.Count > 0)
        {
            var chain = new List<FusedGroup> { left[0] };
            var before = new List<FusedGroup>();
            if (CanChain(left[0]))
                Collect(chain, before);
            chains.AddRange(Single(before));
            chains.Add(chain.Count == 1 ? Alone(chain[0]) : new Chain(chain, SamplesAtOnce(chain)));
            left.RemoveAll(group => chain.Contains(group) || before.Contains(group));
        }

        return chains;

        bool CanChain(FusedGroup group) => group.IsBySample && always.Contains(group);

        void Collect(List<FusedGroup> chain, List<FusedGroup> before)
        {
            foreach (FusedGroup group in left.Skip(1).TakeWhile(group => group.IsBackward == chain[0].IsBackward))
            {
                HashSet<FusedGroup> open = [.. needs[group].Where(left.Contains)];
                if (CanChain(group) && Suits(chain, group) && open.All(need => chain.Contains(need) || before.Contains(need)))
                    chain.Add(group);
                else if (!group.Space.IsBatched && open.All(before.Contains))
                    before.Add(group);
            }
        }
    }

    private static Chain Alone(FusedGroup group) => new([group], int.MaxValue);

    /// <summary>A product with a large matrix wants many samples at once, and large tensors few.</summary>
    private static bool Suits(List<FusedGroup> chain, FusedGroup group)
    {
        FusedGroup[] joined = [.. chain, group];
        return joined.Any(HasLargeMatrix)
            ? joined.All(member => HasLargeMatrix(member) || FloatsOfSample([member]) <= SmallTensors)
            : FloatsOfSample(joined) * FewestSamples <= NearFloats;
    }

    private static bool HasLargeMatrix(FusedGroup group) =>
        group.Anchor is Product { Shape.Rows: 1 } product && product.Operands[1].Shape.Count > LargestMatrix;

    private static int SamplesAtOnce(IReadOnlyList<FusedGroup> chain)
    {
        if (chain.Any(HasLargeMatrix))
            return int.MaxValue;
        int samples = (int)(NearFloats / FloatsOfSample(chain));
        return samples < SamplesSideBySide ? samples : samples / SamplesSideBySide * SamplesSideBySide;
    }

    private static long FloatsOfSample(IReadOnlyList<FusedGroup> groups) => groups
        .SelectMany(group => group.Loaded.Concat(group.Stored))
        .Where(tensor => tensor.Shape.IsBatched)
        .Distinct()
        .Sum(tensor => (long)tensor.Shape.SampleStride);
}
