using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Layers;

/// <summary>
/// A tensor that a layer keeps: PyTorch's name in the layer ("weight"), PyTorch's shape, and what it starts as. A running
/// statistic is saved with the network but not trained.
/// </summary>
internal sealed record ParameterDeclaration(
    string Name, EquatableArray<long> Shape, Initialization Initialization, bool IsStatistic = false)
{
    /// <summary>
    /// Whether a matrix lies in memory as PyTorch has it, row after row: rows are looked up, or belong to steps. Else [out, in] lies as
    /// [in, out].
    /// </summary>
    public bool IsByRows { get; init; }

    /// <summary>Whether it is the window of a signal: [out, in, length] lies as [length, in, out], as an image's window does.</summary>
    public bool IsSignalWindow { get; init; }

    public long Count => Shape.Aggregate(1L, Shapes.Shape.Multiplied);

    public static ParameterDeclaration Of(string name, Initialization initialization, params long[] shape) =>
        new(name, shape.ToEquatableArray(), initialization);

    public static ParameterDeclaration Statistic(string name, Initialization initialization, params long[] shape) =>
        new(name, shape.ToEquatableArray(), initialization, IsStatistic: true);
}
