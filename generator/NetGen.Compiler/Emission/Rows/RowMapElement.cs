using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Where a vector of a group without an anchor lies, in two loops.</summary>
/// <param name="context">The kernel.</param>
/// <param name="axes">The group's loops: over columns, and outside of it over the rows of a sample, if it has several.</param>
/// <param name="isOfSample">Whether rows count within a sample, to which the references have been moved; else within the batch.</param>
internal sealed class RowMapElement(KernelContext context, IReadOnlyList<LoopAxis> axes, bool isOfSample)
    : EpilogueElement(context, isOfSample)
{
    private readonly bool isOfSample = isOfSample;
    private readonly KernelContext context = context;
    private readonly bool isBatched = context.Group.Space.IsBatched;

    /// <summary>Rows of a sample.</summary>
    public int Rows { get; } = axes.Count == 1 ? 1 : axes[0].Size;

    /// <summary>Columns of a row, padding included.</summary>
    public int Columns => Inner.Size;

    private LoopAxis Inner => axes[axes.Count - 1];

    public override int? RowStride(Tensor tensor)
    {
        int stride = axes.Count == 1 ? 0 : axes[0].Strides[tensor];
        if (isOfSample)
            return stride;
        if (!tensor.Shape.IsBatched)
            return stride == 0 || !isBatched ? stride : null;
        return Rows == 1 ? tensor.SampleStride : stride > 0 && tensor.SampleStride == Rows * stride ? stride : null;
    }

    /// <summary>A sample's key is the same for all its elements, so that it is computed once.</summary>
    public override (string Ending, string Arguments)? Dropout(Keep keep) => !isOfSample ? null : (
        "OfSample",
        $"Dropout.Key(workspace.DropoutSeed, {context.DropoutSite(keep.Site)}, sample), "
        + $"{Literals.Integer(axes.Count == 1 ? 0 : axes[0].ElementStride)}");

    public override bool IsByColumn(Tensor tensor) => Inner.Strides[tensor] == 1;

    public override bool IsScalar(Tensor tensor) => Inner.Strides[tensor] == 0;
}
