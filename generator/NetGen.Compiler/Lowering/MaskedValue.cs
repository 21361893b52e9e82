using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Lowering;

/// <summary>
/// A value between two layers, with the mask of its steps; computed where a layer asks for it first. Null where all are true.
/// </summary>
internal readonly record struct MaskedValue(Tensor Tensor, Lazy<Expr>? Mask)
{
    public static implicit operator Tensor(MaskedValue value) => value.Tensor;
}
