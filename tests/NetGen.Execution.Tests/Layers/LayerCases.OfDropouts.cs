using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    /// <summary>They predict what comes in; what they do in training, the interpreter says.</summary>
    private static IEnumerable<LayerCase> Dropouts() =>
    [
        Kept("Dropout1dOfSignal", "Dropout1d", Signal, x => at => x[at]),
        Kept("Dropout1dOfLinear", "Transpose, Linear(6), Transpose, Dropout1d(0.3), Scale(Initial = 0)", Signal, x => at => 0),
        Kept("Dropout2dOfImage", "Dropout2d(0.25)", Image, x => at => x[at]),
        Kept("Dropout2dOfConvolution", "Conv2d(6, 1), Dropout2d(0.6), ReLU, Scale(Initial = 0)", Image, x => at => 0),
        Kept("Dropout2dOfAll", "Dropout2d(1), Conv2d(6, 1), Scale(Initial = 0)", Image, x => at => 0),
        Kept("AlphaDropoutOfVector", "AlphaDropout", Vector, x => at => x[at]),
        Kept("AlphaDropoutOfImage", "AlphaDropout(0.2)", Image, x => at => x[at]),
        Kept("AlphaDropoutOfAll", "AlphaDropout(1), Linear(19), Scale(Initial = 0)", Vector, x => at => 0),
        Kept("DropPathOfVector", "DropPath(0.5)", Vector, x => at => x[at]),
        Kept("DropPathOfSequence", "DropPath(0.3)", Sequence, x => at => x[at]),
        Kept("NoiseOfVector", "GaussianNoise(0.5)", Vector, x => at => x[at]),
        Kept("NoiseOfImage", "Conv2d(6, 1), GaussianNoise(0.2), ReLU, Scale(Initial = 0)", Image, x => at => 0),
        Kept("NoiseOfLinear", "Linear(18), GaussianNoise(0.2), Tanh, Scale(Initial = 0)", Sequence, x => at => 0),
        Kept("NoiseOfNone", "GaussianNoise(0)", Sequence, x => at => x[at]),
        Drawn("DrawnOfVector", "Reparameterize<Identity, Spread>", Vector, "Linear(19)", x => at => x[at]),
        Drawn("DrawnOfHalf", "Reparameterize<Half, Spread>", Sequence, "Linear(18), Tanh", x => at => 0.5 * x[at]),
        Drawn("DrawnFarFromNormal", "Reparameterize<Half, Spread>(Beta = 7.5)", Vector, "Linear(19)", x => at => 0.5 * x[at]),
        Drawn("DrawnWithoutDivergence", "Reparameterize<Half, Spread>(Beta = 0)", Sequence, "Linear(18)", x => at => 0.5 * x[at]),
        Drawn("DrawnOfImage", "Reparameterize<Identity, Spread>", Image, "Conv2d(6, 3, Padding = 1)", x => at => x[at]),
        Drawn("DrawnOfSignal", "Reparameterize<Half, Spread>(Beta = 0.1)", Signal, "Conv1d(6, 3, Padding = 1)", x => at => 0.5 * x[at]),
        Drawn("DrawnTwice", "Reparameterize<Half, Spread>(Beta = 2), Reparameterize<Half, Spread>", Vector, "Linear(19)",
            x => at => 0.25 * x[at]),
        Drawn("DrawnFromOneBlock", "Reparameterize<Half, Half>", Sequence, "Linear(18)", x => at => 0.5 * x[at]),
        Drawn("DrawnOfWhatComesIn", "Scale(Initial = 0.5), Reparameterize<Identity, Identity>", Image, "ReLU", x => at => 0.5 * x[at]),
        Kept("RReLUOfVector", "RReLU", Vector, x => at => x[at] > 0 ? x[at] : x[at] * (0.125 + (1.0 / 3)) / 2),
        Kept("RReLUOfImage", "RReLU(-0.1, 0.3)", Image, x => at => x[at] > 0 ? x[at] : x[at] * 0.1),
        Kept("RReLUOfConvolution", "Conv2d(6, 1), RReLU, Scale(Initial = 0)", Image, x => at => 0),
        Kept("RReLUOfOne", "RReLU(0.2, 0.2)", Sequence, x => at => x[at] > 0 ? x[at] : x[at] * 0.2),
        new("DropoutOfSums", "Sum(Axis = 2, KeepDim = true), Dropout(0.5)", Image, SampleShape.Image(6, 4, 1),
            x => at => x.Along(at, 2).Sum()),
        new("RReLUOfMaxima", "Max(Axis = 1, KeepDim = true), RReLU(0.2, 0.2)", Image, SampleShape.Image(6, 1, 5),
            x => at => x.Along(at, 1).Max() is var most && most > 0 ? most : 0.2 * most),
        Kept("DropPathOfImage", "DropPath(0.4), ReLU, DropPath(0.4)", Image, x => at => Math.Max(x[at], 0)),
    ];

    /// <summary>A draw of two heads, which keep the shape; the first halves, the second is given.</summary>
    private static LayerCase Drawn(
        string name, string layers, SampleShape shape, string spread, Func<SampleValues, Func<int[], double>> formula) =>
        Kept(name, layers, shape, formula) with
        {
            Blocks = $"[Scale(Initial = 0.5)] partial class Half : Block; [{spread}] partial class Spread : Block;",
        };
}
