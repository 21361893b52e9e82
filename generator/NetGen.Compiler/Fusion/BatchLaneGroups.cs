using NetGen.Compiler.Algorithms;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Groups whose convolution is vectorised over the batch: those that read no other tensors of the samples, draw no dropout masks, and store
/// one result.
/// </summary>
internal static class BatchLaneGroups
{
    public static bool Contain(FusedGroup group) =>
        group.Anchor is Convolution { Algorithm: BatchLanes } convolution
        && convolution.Margins == Margins.None
        && BatchLanes.Saves(convolution, group.Stored.Sum(stored => stored.Shape.SampleStride))
        && group.Stored.Count(stored => stored is not MaxPoolArgmax) == 1
        && group.Loaded.All(tensor => tensor == convolution.Operands[0] || !tensor.Shape.IsBatched)
        && !group.Members.Any(member => member is Map map && map.Body.Contains(part => part is OfPlace));
}
