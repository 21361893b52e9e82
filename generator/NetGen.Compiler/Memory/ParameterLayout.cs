using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>The flat blocks of parameters and of running statistics: one place a tensor, in the order of the layers.</summary>
internal sealed class ParameterLayout(
    IReadOnlyList<ParameterPlace> parameters, IReadOnlyList<ParameterPlace> statistics)
{
    public IReadOnlyList<ParameterPlace> Parameters { get; } = parameters;

    public IReadOnlyList<ParameterPlace> Statistics { get; } = statistics;

    public long ParameterSize => Size(Parameters);

    public long StatisticSize => Size(Statistics);

    private static long Size(IReadOnlyList<ParameterPlace> places) =>
        places.Count == 0 ? 0 : places[places.Count - 1].Offset + places[places.Count - 1].Size;
}

/// <summary>
/// A parameter's place. <paramref name="Strides"/> lead from PyTorch's axes (<paramref name="PyTorchShape"/>) to floats:
/// a weight [out, in] lies as [in][out padded], so its strides are (1, padded out).
/// </summary>
internal sealed record ParameterPlace(
    string Name, TensorShape Shape, IReadOnlyList<int> PyTorchShape, IReadOnlyList<int> Strides, long Offset)
{
    /// <summary>Floats with padding.</summary>
    public int Size => TensorShape.RoundUp(Shape.Rows * Shape.PaddedInner);
}
