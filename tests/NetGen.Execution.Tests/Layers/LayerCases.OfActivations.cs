using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

internal static partial class LayerCases
{
    private static IEnumerable<LayerCase> Activations() =>
    [
        OfValues("Tanhshrink", x => x - Math.Tanh(x)),
        OfValues("LogSigmoid", x => -Math.Log(1 + Math.Exp(-x))),
        OfValues("CELU", x => x > 0 ? x : Math.Exp(x) - 1),
        OfValues("CELU(0.4)", x => x > 0 ? x : 0.4 * (Math.Exp(x / 0.4) - 1)),
        OfValues("Hardtanh", x => Math.Clamp(x, -1, 1)),
        OfValues("Hardtanh(-0.2, 0.7)", x => Math.Clamp(x, -0.2, 0.7)),
        OfValues("Threshold(0.1, -3)", x => x > 0.1 ? x : -3),
        OfValues("Threshold(-0.3, 20)", x => x > -0.3 ? x : 20),
        OfValues("Softshrink", x => x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0),
        OfValues("Softshrink(0.2)", x => x > 0.2 ? x - 0.2 : x < -0.2 ? x + 0.2 : 0),
        OfValues("Hardshrink", x => Math.Abs(x) > 0.5 ? x : 0),
        OfValues("Hardshrink(0.2)", x => Math.Abs(x) > 0.2 ? x : 0),
        Kept("SoftminOfChannels", "Softmin", Image, x => at => Math.Exp(-x[at]) / x.Along(at, 0).Sum(value => Math.Exp(-value))),
        Kept("SoftminOfSteps", "Softmin(Axis = 0)", Sequence, x => at => Math.Exp(-x[at]) / x.Along(at, 0).Sum(value => Math.Exp(-value))),
        new("GLUOfVector", "GLU", SampleShape.Vector(22), SampleShape.Vector(11), x => at => Gated(x[at[0]], x[at[0] + 11])),
        new("GLUOfVectors", "GLU", SampleShape.Vector(64), SampleShape.Vector(32), x => at => Gated(x[at[0]], x[at[0] + 32])),
        new(
            "GLUOfVectorsOfSteps", "GLU", SampleShape.Sequence(5, 64), SampleShape.Sequence(5, 32),
            x => at => Gated(x[at], x[at[0], at[1] + 32])),
        new("GLUOfSequence", "GLU", Sequence, SampleShape.Sequence(5, 9), x => at => Gated(x[at], x[at[0], at[1] + 9])),
        new("GLUOfImage", "GLU", Image, SampleShape.Image(3, 4, 5), x => at => Gated(x[at], x[at[0] + 3, at[1], at[2]])),
        new("GLUOfRows", "GLU(Axis = -2)", Image, SampleShape.Image(6, 2, 5), x => at => Gated(x[at], x[at[0], at[1] + 2, at[2]])),
    ];

    private static LayerCase OfValues(string layer, Func<double, double> of) => Kept(
        "Of" + string.Concat(layer.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')), layer, Vector,
            x => at => of(x[at]));

    private static double Gated(double value, double gate) => value / (1 + Math.Exp(-gate));
}
