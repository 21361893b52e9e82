using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>
/// One loop over a group's elements: an axis of the space, or neighbouring axes that every tensor walks through with one
/// stride.
/// </summary>
internal sealed class LoopAxis(int size, bool isReduced, bool isInner, IReadOnlyDictionary<Tensor, int> strides, int element, int row)
{
    public int Size { get; } = size;

    public bool IsReduced { get; } = isReduced;

    /// <summary>Whether it is the innermost axis, which vectors run along.</summary>
    public bool IsInner { get; } = isInner;

    /// <summary>Floats from one index to the next in each tensor; 0 where the tensor is stretched.</summary>
    public IReadOnlyDictionary<Tensor, int> Strides { get; } = strides;

    /// <summary>The same for the element's place in its sample.</summary>
    public int ElementStride { get; } = element;

    /// <summary>The same for the place of what is left of the sample when the reduced axes are gone.</summary>
    public int ReducedElementStride { get; private init; }

    /// <summary>The same for the row's number in its sample.</summary>
    public int RowStride { get; } = row;

    /// <summary>The axes of a space, merged where that is possible and every part is of one kind.</summary>
    public static IReadOnlyList<LoopAxis> Of(
        TensorShape space, IReadOnlyList<int> reducedAxes, IReadOnlyList<Tensor> tensors, bool keepInner)
    {
        var axes = new List<LoopAxis>();
        TensorShape reducedSpace = space.Reduced(reducedAxes);
        for (int axis = 0; axis < space.Rank; axis++)
        {
            bool isInner = axis == space.Rank - 1;
            bool reduced = reducedAxes.Contains(axis);
            int size = isInner && !reduced ? space.PaddedInner : space[axis];
            int rows = isInner ? 0 : space.Sizes.Skip(axis + 1).Take(space.Rank - axis - 2).Aggregate(1, (a, b) => a * b);
            Dictionary<Tensor, int> strides = tensors.ToDictionary(
                tensor => tensor, tensor => tensor.Shape[axis] == 1 && space[axis] > 1 ? 0 : tensor.Stride(axis));
            var next = new LoopAxis(size, reduced, isInner, strides, space.Stride(axis), rows)
            {
                ReducedElementStride = reducedSpace.Stride(axis),
            };
            if (axes.Count > 0 && axes[axes.Count - 1] is var last && last.CanMerge(next, keepInner))
                axes[axes.Count - 1] = new LoopAxis(
                    last.Size * size, reduced, isInner, strides, next.ElementStride, next.RowStride)
                {
                    ReducedElementStride = next.ReducedElementStride,
                };
            else
                axes.Add(next);
        }

        return axes;
    }

    private bool CanMerge(LoopAxis inner, bool keepInner) =>
        IsReduced == inner.IsReduced
        && (!inner.IsInner || (!keepInner && !inner.IsReduced))
        && ElementStride == inner.ElementStride * inner.Size
        && (inner.IsInner || RowStride == inner.RowStride * inner.Size)
        && Strides.All(pair => pair.Value == inner.Strides[pair.Key] * inner.Size);
}
