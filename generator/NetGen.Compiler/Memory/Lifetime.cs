using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>How long floats are needed, and how many.</summary>
/// <param name="tensor">The tensor that lies there; of a scan, what its steps need.</param>
/// <param name="isBatched">Whether each sample has so many.</param>
/// <param name="size">The floats.</param>
internal sealed class Lifetime(Tensor tensor, bool isBatched, long size)
{
    public Lifetime(Tensor tensor)
        : this(tensor, tensor.Shape.IsBatched, TensorShape.RoundUp(tensor.Shape.IsBatched ? tensor.Shape.SampleStride : tensor.Shape.Rows * tensor.Shape.PaddedInner))
    {
    }

    public Tensor Tensor { get; } = tensor;

    public bool IsBatched { get; } = isBatched;

    public long Size { get; } = size;

    public int First { get; set; }

    public int Last { get; set; }

    /// <summary>Where the floats begin, once that is planned.</summary>
    public long Offset { get; set; }
}
