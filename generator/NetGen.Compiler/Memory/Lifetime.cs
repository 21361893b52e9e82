using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>The lifetime of some floats of the arena.</summary>
/// <param name="tensor">The tensor that lies there.</param>
internal sealed class Lifetime(Tensor tensor)
{
    public Tensor Tensor { get; } = tensor;

    /// <summary>Whether the floats are needed once for each sample.</summary>
    public bool IsBatched => Tensor.Shape.IsBatched;

    /// <summary>How many they are.</summary>
    public long Size { get; } = TensorShape.RoundUp(
        tensor.Shape.IsBatched ? tensor.Shape.SampleStride : tensor.Shape.Rows * tensor.Shape.PaddedInner);

    public int First { get; set; }

    public int Last { get; set; }

    /// <summary>Where they begin, once that is planned.</summary>
    public long Offset { get; set; }
}
