using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static readonly Dictionary<string, Func<IEnumerable<double>, double>> Reductions = new()
    {
        ["Mean"] = values => values.Average(),
        ["Sum"] = values => values.Sum(),
        ["Max"] = values => values.Max(),
    };

    private static IEnumerable<LayerCase> Axes() =>
    [
        .. Reductions.SelectMany(reduction => Reduced(reduction.Key, reduction.Value)),
        new("SelectOfSequence", "Select(0)", Sequence, SampleShape.Vector(18), x => at => x[0, at[0]]),
        new("SelectFromEnd", "Select(-2)", Sequence, SampleShape.Vector(18), x => at => x[3, at[0]]),
        new("SelectOfSignal", "Select(4, Axis = 1)", Signal, SampleShape.Vector(6), x => at => x[at[0], 4]),
        new("SelectOfImageRow", "Select(3, Axis = 1)", Image, SampleShape.Signal(6, 5), x => at => x[at[0], 3, at[1]]),
        new("SelectOfImageColumn", "Select(-1, Axis = -1)", Image, SampleShape.Signal(6, 4), x => at => x[at[0], at[1], 4]),
        new("TransposeToSequence", "Transpose(Axes = Axes.StepsFeatures)", Sequence, SampleShape.Sequence(18, 5),
            x => at => x[at[1], at[0]]),
        new("TransposeToSignal", "Transpose(Axes = Axes.ChannelsLength)", Sequence, SampleShape.Signal(18, 5), x => at => x[at[1], at[0]]),
        new("TransposeOfSignal", "Transpose(Axes = Axes.ChannelsLength)", Signal, SampleShape.Signal(9, 6), x => at => x[at[1], at[0]]),
        new("TransposeOfSignalToSequence", "Transpose(Axes = Axes.StepsFeatures)", Signal, SampleShape.Sequence(9, 6),
            x => at => x[at[1], at[0]]),
    ];

    private static IEnumerable<LayerCase> Reduced(string layer, Func<IEnumerable<double>, double> of) =>
    [
        new(layer + "OfSteps", $"{layer}(Axis = 0)", Sequence, SampleShape.Vector(18), x => at => of(x.Along([0, at[0]], 0))),
        new(layer + "OfLength", $"{layer}(Axis = -1)", Signal, SampleShape.Vector(6), x => at => of(x.Along([at[0], 0], 1))),
        new(layer + "OfRows", $"{layer}(Axis = 1)", Image, SampleShape.Signal(6, 5), x => at => of(x.Along([at[0], 0, at[1]], 1))),
        new(layer + "OfColumns", $"{layer}(Axis = 2)", Image, SampleShape.Signal(6, 4), x => at => of(x.Along([at[0], at[1], 0], 2))),
        new(layer + "OfPixels", $"{layer}(Axis = 1, AxisTo = -1)", Image, SampleShape.Vector(6),
            x => at => of(x.Along([at[0], 0, 0], 1, 2))),
        new(layer + "KeepsRows", $"{layer}(Axis = 1, KeepDim = true)", Image, SampleShape.Image(6, 1, 5), x => at => of(x.Along(at, 1))),
        new(layer + "KeepsChannels", $"{layer}(Axis = 0, KeepDim = true)", Image, SampleShape.Image(1, 4, 5),
            x => at => of(x.Along(at, 0))),
        new(layer + "KeepsTwo", $"{layer}(Axis = 0, AxisTo = 1, KeepDim = true)", Image, SampleShape.Image(1, 1, 5),
            x => at => of(x.Along(at, 0, 1))),
        new(layer + "KeepsAll", $"{layer}(Axis = 0, AxisTo = 2, KeepDim = true)", Image, SampleShape.Image(1, 1, 1),
            x => at => of(x.Along(at, 0, 1, 2))),
        new(layer + "KeepsFeatures", $"{layer}(Axis = 1, KeepDim = true)", Sequence, SampleShape.Sequence(5, 1),
            x => at => of(x.Along(at, 1))),
        new(layer + "KeepsSteps", $"{layer}(Axis = 0, KeepDim = true)", Sequence, SampleShape.Sequence(1, 18),
            x => at => of(x.Along(at, 0))),
        new(layer + "OfVector", $"{layer}(Axis = 0, KeepDim = true)", Vector, SampleShape.Vector(1), x => at => of(x.Along(at, 0))),
    ];
}
