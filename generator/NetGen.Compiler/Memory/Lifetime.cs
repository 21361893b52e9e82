using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>The lifetime of some floats of the arena.</summary>
/// <param name="tensor">The tensor that lies there; a scan stands for the memory of its steps.</param>
/// <param name="isBatched">Whether the floats are needed once for each sample.</param>
/// <param name="size">How many they are.</param>
internal sealed class Lifetime(Tensor tensor, bool isBatched, long size)
{
    public Lifetime(Tensor tensor)
        : this(tensor, tensor.Shape.IsBatched,
            TensorShape.RoundUp(tensor.Shape.IsBatched ? tensor.Shape.SampleStride : tensor.Shape.Rows * tensor.Shape.PaddedInner))
    {
    }

    public Tensor Tensor { get; } = tensor;

    public bool IsBatched { get; } = isBatched;

    public long Size { get; } = size;

    public int First { get; set; }

    public int Last { get; set; }

    /// <summary>Where they begin, once that is planned.</summary>
    public long Offset { get; set; }
}
