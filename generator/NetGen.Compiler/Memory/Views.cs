using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>Finds the moves that change nothing in memory: their result is another name for the operand.</summary>
internal static class Views
{
    /// <summary>Each view with the tensor that it is a view of, the root of a chain resolved.</summary>
    public static Dictionary<Tensor, Tensor> Find(
        Program program, IReadOnlyList<FusedGroup> groups, Dictionary<Tensor, Storage> fixedPlaces)
    {
        var views = new Dictionary<Tensor, Tensor>();
        var results = new HashSet<Tensor>(program.Results.Select(result => result.Value));
        foreach (FusedGroup group in groups)
            if (group.Anchor is Move move && !results.Contains(move) && !fixedPlaces.ContainsKey(move) && IsView(move))
            {
                Tensor source = move.Operands[0];
                views[move] = views.TryGetValue(source, out Tensor? root) ? root : source;
            }

        return views;
    }

    public static bool IsView(Move move)
    {
        if (move.Operands.Count != 1 || move.LeavesZeros)
            return false;
        (TensorShape from, TensorShape to) = (move.Operands[0].Shape, move.Shape);

        // A copy onto the same shape is there to clear the padding.
        if (from.Equals(to) && to.PaddedInner > to.Inner)
            return false;
        MovePart part = move.Parts[0];
        bool sameExtent = from.Count == to.Count && from.SampleStride == to.SampleStride && from.IsBatched == to.IsBatched;
        bool sameStart = part.SourceStart.All(i => i == 0) && part.DestinationStart.All(i => i == 0);
        bool sameSteps = part.Loops.All(loop =>
            loop.Size == 1
            || loop.SourceStep * from.Stride(loop.SourceAxis) == loop.DestinationStep * to.Stride(loop.DestinationAxis));

        // Rows padded alike, or no padding inside the sample on either side.
        bool samePadding = from.PaddedInner - from.Inner == 0 && to.PaddedInner - to.Inner == 0
            || (from.Inner == to.Inner && from.PaddedInner == to.PaddedInner);
        return sameExtent && sameStart && sameSteps && samePadding;
    }
}
