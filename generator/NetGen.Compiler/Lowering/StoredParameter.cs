using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Lowering;

/// <summary>
/// A parameter's offset and strides. <paramref name="Strides"/> lead from PyTorch's axes (<paramref name="PyTorchShape"/>) to floats:
/// a weight [out, in] lies as [in][out padded], so its strides are (1, padded out).
/// </summary>
internal sealed record StoredParameter(
    string Name, TensorShape Shape, IReadOnlyList<int> PyTorchShape, IReadOnlyList<int> Strides, long Offset)
{
    /// <summary>Whether training leaves it as it is. Frozen parameters lie behind all that are trained, and so have no gradient.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Floats with padding.</summary>
    public int Size => TensorShape.RoundUp(Shape.Rows * Shape.PaddedInner);
}
