using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>What a group costs beside others.</summary>
internal static class GroupCost
{
    private const int MultiplyAddsOfFloat = 8;

    /// <summary>The exponential of a score, and moving its head's rows.</summary>
    private const int MultiplyAddsOfScore = 64;

    /// <summary>Among so many samples the cost of a tensor is shared that the batch has once: a small batch.</summary>
    private const int SamplesOfBatch = 16;

    /// <summary>
    /// About how much a sample costs: multiply-adds, and as many for each float that is read or written as pass meanwhile. It
    /// decides whether a batch is worth waking other threads for.
    /// </summary>
    public static long WorkOfSample(FusedGroup group) => KernelForm.Of(group).MultiplyAdds
        + (group.Anchor is Attention attention ? MultiplyAddsOfScore * attention.Scores : 0)
        + (MultiplyAddsOfFloat * group.Loaded.Concat(group.Stored).Distinct().Sum(tensor => tensor.Shape.IsBatched
            ? (long)tensor.Shape.Count
            : group.Space.IsBatched ? 0 : tensor.Shape.Count / SamplesOfBatch));

    /// <summary>The floats of a matrix or window that all samples are multiplied by.</summary>
    public static long Weight(FusedGroup group) => group.Anchor is Product or Convolution or WinogradConvolution
        ? group.Anchor.Operands[1].Shape.Count
        : 0;
}
