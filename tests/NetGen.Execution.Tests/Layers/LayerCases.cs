using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

/// <summary>Each layer that no golden case of PyTorch has, and each of its options, with its formula.</summary>
internal static partial class LayerCases
{
    private static readonly SampleShape Image = SampleShape.Image(6, 4, 5);

    private static readonly SampleShape Signal = SampleShape.Signal(6, 9);

    private static readonly SampleShape Sequence = SampleShape.Sequence(5, 18);

    private static readonly SampleShape Vector = SampleShape.Vector(19);

    private static readonly Lazy<IReadOnlyList<LayerCase>> Cases = new(() =>
        [.. Norms(), .. Axes(), .. Shuffles(), .. Pads(), .. Activations(), .. Dropouts(), .. Pools(), .. Resizings(), .. Positions()]);

    public static IReadOnlyList<LayerCase> All => Cases.Value;

    /// <summary>A layer that keeps the shape that comes in.</summary>
    private static LayerCase Kept(string name, string layers, SampleShape shape, Func<SampleValues, Func<int[], double>> formula) =>
        new(name, layers, shape, shape, formula);
}
