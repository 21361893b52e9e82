using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static IEnumerable<LayerCase> Pads() =>
    [
        Padded2d("ZeroPad2d", "ZeroPad2d(2)", (2, 2, 2, 2), Outside(0)),
        Padded2d("ZeroPad2dOfSides", "ZeroPad2d(1, -2, 0, 3)", (1, -2, 0, 3), Outside(0)),
        Padded2d("ConstantPad2d", "ConstantPad2d(1, 2, 3, 0, Value = 1.5)", (1, 2, 3, 0), Outside(1.5)),
        Padded2d("ConstantPad2dThatCrops", "ConstantPad2d(-1, 1, 2, -1, Value = -0.5)", (-1, 1, 2, -1), Outside(-0.5)),
        Padded1d("ConstantPad1d", "ConstantPad1d(2, Value = 0.25)", 2, 2, Outside(0.25)),
        Padded1d("ConstantPad1dOfZeros", "ConstantPad1d(3, -1)", 3, -1, Outside(0)),
        Padded2d("ReflectionPad2d", "ReflectionPad2d(1)", (1, 1, 1, 1), Reflected),
        Padded2d("ReflectionPad2dOfSides", "ReflectionPad2d(4, 0, 2, 3)", (4, 0, 2, 3), Reflected),
        Padded1d("ReflectionPad1d", "ReflectionPad1d(3, 8)", 3, 8, Reflected),
        Padded1d("ReflectionPad1dThatCrops", "ReflectionPad1d(-2, 3)", -2, 3, Reflected),
        Padded2d("ReplicationPad2d", "ReplicationPad2d(2)", (2, 2, 2, 2), Replicated),
        Padded2d("ReplicationPad2dOfSides", "ReplicationPad2d(7, 1, 0, -1)", (7, 1, 0, -1), Replicated),
        Padded1d("ReplicationPad1d", "ReplicationPad1d(11)", 11, 11, Replicated),
        Padded2d("CircularPad2d", "CircularPad2d(2)", (2, 2, 2, 2), Wrapped),
        Padded2d("CircularPad2dOfSides", "CircularPad2d(5, 1, 0, 4)", (5, 1, 0, 4), Wrapped),
        Padded1d("CircularPad1d", "CircularPad1d(9, 2)", 9, 2, Wrapped),

        // What is cut off before the first value does not come back behind the last one.
        new("CircularPad1dThatCrops", "CircularPad1d(-2, 3)", Signal, SampleShape.Signal(6, 10), x => at => x[at[0], 2 + (at[1] % 7)]),
        new("ZeroPadOfFeatures", "ZeroPad(1, 2, Axis = 0)", Vector, SampleShape.Vector(22), x => at => Or(0, at[0] - 1, 19, i => x[i])),
        new("ZeroPadOfSteps", "ZeroPad(2, 0, Axis = 0)", Sequence, SampleShape.Sequence(7, 18),
            x => at => Or(0, at[0] - 2, 5, i => x[i, at[1]])),
        new("ZeroPadOfStepsFeatures", "ZeroPad(-1, 3, Axis = -1)", Sequence, SampleShape.Sequence(5, 20),
            x => at => Or(0, at[1] + 1, 18, i => x[at[0], i])),
        new("ZeroPadOfChannels", "ZeroPad(3, -2, Axis = 0)", Image, SampleShape.Image(7, 4, 5),
            x => at => Or(0, at[0] - 3, 6, i => x[i, at[1], at[2]])),
    ];

    private static LayerCase Padded1d(string name, string layer, int left, int right, Func<int, int, Func<int, double>, double> at) => new(
        name, layer, Signal, SampleShape.Signal(6, left + 9 + right), x => place => at(place[1] - left, 9, i => x[place[0], i]));

    private static LayerCase Padded2d(
        string name, string layer, (int Left, int Right, int Top, int Bottom) padding, Func<int, int, Func<int, double>, double> at) => new(
        name, layer, Image, SampleShape.Image(6, padding.Top + 4 + padding.Bottom, padding.Left + 5 + padding.Right),
        x => place => at(place[1] - padding.Top, 4, row => at(place[2] - padding.Left, 5, column => x[place[0], row, column])));

    private static Func<int, int, Func<int, double>, double> Outside(double value) => (index, size, at) => Or(value, index, size, at);

    private static double Or(double outside, int index, int size, Func<int, double> at) => index < 0 || index >= size ? outside : at(index);

    private static double Reflected(int index, int size, Func<int, double> at) =>
        at(index < 0 ? -index : index >= size ? (2 * (size - 1)) - index : index);

    private static double Replicated(int index, int size, Func<int, double> at) => at(Math.Clamp(index, 0, size - 1));

    private static double Wrapped(int index, int size, Func<int, double> at) => at((index + size) % size);
}
