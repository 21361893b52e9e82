namespace NetGen.Execution.Tests.Losses;

/// <summary>The losses over arrays are those of networks: value and gradient, for vectors, steps and images.</summary>
public class LossOverArraysTests
{
    private const int Samples = 3;
    private const double Tolerance = 2e-6;

    private static readonly float[] Three = [3, 1, 0.5f];

    /// <summary>A network for each function, and the function with the same options.</summary>
    private static readonly (string Name, string Input, string Layers, Function Function)[] Cases =
    [
        (
            "Classes", "Input(7)", "CrossEntropy(LabelSmoothing = 0.2, IgnoreIndex = 1)",
            (o, l, _, g) => Loss.CrossEntropy(o, l, g, ignoreIndex: 1, labelSmoothing: 0.2)),
        ("ClassesWeighed", "Input(3)", "CrossEntropy(Weight = new[] { 3.0, 1, 0.5 })", (o, l, _, g) => Loss.CrossEntropy(o, l, g, Three)),
        (
            "ClassesOfSteps", "Input(4, 3)", "CrossEntropy(Reduction = Reduction.Sum)",
            (o, l, _, g) => Loss.CrossEntropy(o, l, g, reduction: Reduction.Sum)),
        (
            "ClassesOfPixels", "Input(3, 4, 5)", "CrossEntropy(Weight = new[] { 3.0, 1, 0.5 })",
            (o, l, _, g) => Loss.CrossEntropy(o, l, g, Three, positions: 20)),
        (
            "Probabilities", "Input(3)", "CrossEntropy(LabelSmoothing = 0.1, Weight = new[] { 3.0, 1, 0.5 })",
            (o, _, t, g) => Loss.CrossEntropy(o, t, 3, g, Three, 0.1)),
        ("ProbabilitiesOfPixels", "Input(3, 2, 2)", "CrossEntropy", (o, _, t, g) => Loss.CrossEntropy(o, t, 3, g, positions: 4)),
        (
            "Log", "Input(3)", "NLL(Weight = new[] { 3.0, 1, 0.5 }, IgnoreIndex = 0)",
            (o, l, _, g) => Loss.NLL(o, l, g, Three, ignoreIndex: 0)),
        ("LogOfPixels", "Input(3, 4, 5)", "NLL", (o, l, _, g) => Loss.NLL(o, l, g, positions: 20)),
        ("Squares", "Input(5)", "MSE", (o, _, t, g) => Loss.MSE(o, t, g)),
        ("SquaresOfImages", "Input(2, 3, 3)", "MSE(Reduction = Reduction.Sum)", (o, _, t, g) => Loss.MSE(o, t, g, Reduction.Sum)),
        ("Distances", "Input(5)", "L1", (o, _, t, g) => Loss.L1(o, t, g)),
        ("Smooth", "Input(5)", "SmoothL1(Beta = 0.4)", (o, _, t, g) => Loss.SmoothL1(o, t, g, beta: 0.4)),
        ("SmoothAtZero", "Input(5)", "SmoothL1(Beta = 0)", (o, _, t, g) => Loss.SmoothL1(o, t, g, beta: 0)),
        ("HuberLoss", "Input(5)", "Huber(Delta = 0.4)", (o, _, t, g) => Loss.Huber(o, t, g, delta: 0.4)),
        ("Binary", "Input(3)", "BCE(Weight = new[] { 3.0, 1, 0.5 })", (o, _, t, g) => Loss.BCE(o, t, g, Three)),
        (
            "Logits", "Input(3)", "BCEWithLogits(Weight = new[] { 2.0 }, PosWeight = new[] { 3.0, 1, 0.5 })",
            (o, _, t, g) => Loss.BCEWithLogits(o, t, g, [2], Three)),
        (
            "LogitsOfImages", "Input(3, 2, 2)", "BCEWithLogits(PosWeight = new[] { 3.0, 1, 0.5 })",
            (o, _, t, g) => Loss.BCEWithLogits(o, t, g, posWeight: Three, positions: 4)),
        (
            "LogitsOfSteps", "Input(4, 3)", "BCEWithLogits(Weight = new[] { 3.0, 1, 0.5 })",
            (o, _, t, g) => Loss.BCEWithLogits(o, t, g, Three)),
        (
            "Divergence", "Input(5)", "KLDiv(Reduction = Reduction.BatchMean)",
            (o, _, t, g) => Loss.KLDiv(o, t, g, reduction: Reduction.BatchMean, samples: Samples)),
        ("LogDivergence", "Input(5)", "KLDiv(LogTarget = true)", (o, _, t, g) => Loss.KLDiv(o, t, g, logTarget: true)),
    ];

    private static readonly LossNetworks Networks = new("LossOverArrays", Cases.Select(row => (row.Name, row.Input, row.Layers)));

    private delegate float Function(float[] outputs, int[] labels, float[] targets, float[] gradient);

    public static TheoryData<string> Names => [.. Cases.Select(row => row.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Are_the_networks_own(string name)
    {
        Network network = Networks.Create(name, 16);
        bool isIndex = name.StartsWith("Classes", StringComparison.Ordinal) || name is "Log" or "LogOfPixels";
        var random = new Random(4);
        float[] outputs = [.. Enumerable.Range(0, Samples * network.OutputSize)
            .Select(_ => name == "Binary" ? random.NextSingle() : (random.NextSingle() * 4) - 2)];

        // Some targets are 0 and some equal the outputs, where slopes have their corners.
        float[] targets = [.. outputs.Select((output, i) => i % 5 == 0 ? 0 : i % 7 == 0 ? Math.Clamp(output, 0, 1) : random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, Samples * Math.Max(1, network.Description.Loss!.LabelsPerSample))
            .Select(i => i % Math.Max(1, network.Description.Loss.Classes))];
        (float expected, float[] expectedGradient) = Networks.Run(name, 16, outputs, isIndex ? labels : null, isIndex ? null : targets);

        var gradient = new float[outputs.Length];
        float actual = Cases.Single(row => row.Name == name).Function(outputs, labels, targets, gradient);

        Assert.Equal(expected, actual, Tolerance * (1 + Math.Abs(expected)));
        for (int i = 0; i < gradient.Length; i++)
            Assert.True(
                Math.Abs(expectedGradient[i] - gradient[i]) <= Tolerance * (1 + Math.Abs(expectedGradient[i])),
                $"{name}, output {i} ({outputs[i]}, {targets[i]}): {expectedGradient[i]} and {gradient[i]}");
    }
}
