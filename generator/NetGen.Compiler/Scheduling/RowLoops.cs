using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of a group of Maps and Reduces.</summary>
/// <param name="Axes">The loops, from the outermost to the innermost, which vectors run along.</param>
/// <param name="Columns">What the lanes of a vector must divide.</param>
/// <param name="MasksPadding">
/// Whether the padding of rows is set to zero: where sums run along the row, where a gradient has a summand that is not zero there, and
/// where a gradient leaves the program.
/// </param>
internal sealed record RowLoops(IReadOnlyList<LoopAxis> Axes, int Columns, bool MasksPadding)
{
    public static RowLoops Of(FusedGroup group)
    {
        TensorShape space = group.Space;
        bool innerIsReduced = group.ReducedAxes.Contains(space.Rank - 1);
        bool masksPadding = innerIsReduced
            || (space.PaddedInner > space.Inner
                && (group.ClearsPadding || (group.IsBackward && space.Inner > 1 && FillsPadding(group))));
        bool keepInner = group.Maps.Any(map => map.Body.Contains(part => part is OfColumn));
        Tensor[] tensors = [.. group.Loaded.Concat(group.Stored).Distinct()];
        IReadOnlyList<LoopAxis> axes = LoopAxis.Of(space, group.ReducedAxes, tensors, keepInner || masksPadding);

        // All elements of a sample in one loop may run into the padding behind the sample; behind the gradient of a parameter, which
        // the batch has once, it stays zero.
        if (axes.Count == 1 && !masksPadding && !keepInner && tensors.All(tensor => tensor.Shape.SameSizes(space)))
        {
            int extent = space.IsBatched ? space.SampleStride : space.Rows * space.PaddedInner;
            return new([new LoopAxis(extent, false, true, axes[0].Strides, 1, 0)], extent, false);
        }

        return new(axes, axes[axes.Count - 1] is { IsReduced: false } inner ? inner.Size : space.PaddedInner, masksPadding);
    }

    private static bool FillsPadding(FusedGroup group)
    {
        var zeros = new PaddingZeros(new HashSet<Tensor>(group.Members.Concat(group.Inlined)).Contains);
        return group.Stored.Any(stored => stored.Shape.Inner == group.Space.Inner && !zeros.AreIn(stored));
    }
}
