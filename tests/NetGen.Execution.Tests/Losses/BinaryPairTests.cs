using NetGen.Compiler.Lowering;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Losses;

/// <summary>
/// Sigmoid and BCE are BCEWithLogits together: where a float's sigmoid is 0 or 1, loss and gradient are still those of the logit. BCE alone
/// has PyTorch's bounds, and no gradient is infinite.
/// </summary>
public class BinaryPairTests
{
    private const double Tolerance = 1e-5;

    private static readonly (string Name, string Layers)[] Sources =
    [
        ("Pair", "Input(1), Sigmoid, BCE"),
        ("Four", "Input(4), Sigmoid, BCE(Weight = new[] { 1.0, 2, 3, 4 }, Reduction = Reduction.Sum)"),
        ("Reordered", "Input(2, 2), Sigmoid, Transpose, Flatten, BCE(Weight = new[] { 1.0, 2, 3, 4 }, Reduction = Reduction.Sum)"),
        (
            "Named",
            "Input(4), LeakyReLU(1), Output(4, Name = \"logits\"), Sigmoid, Output(4, Name = \"probabilities\"), "
            + "BCE(Reduction = Reduction.Sum)"),
        ("Learning", "Input(1), Linear(1), Sigmoid, BCE"),
        ("Alone", "Input(4), LeakyReLU(1), BCE(Reduction = Reduction.Sum)"),
        ("Distribution", "Input(2), Softmax, BCE(Reduction = Reduction.Sum)"),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled =
        new(() => NetworkCompilation.Compile("BinaryPairs", Sources.Select(source => (source.Name, Text(source.Name)))));

    public static TheoryData<int> Widths => VectorWidths.Data;

    /// <summary>Losses log(1 + exp(−x)) of target 1 and log(1 + exp(x)) of target 0; slopes σ(x) − target.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void The_pair_keeps_the_digits_of_the_logit(int lanes)
    {
        (float Logit, float Target, double Loss, double Slope)[] cases =
        [
            (-88, 1, 88, -1), (-200, 1, 200, -1), (17, 0, 17, 1), (100, 0, 100, 1), (17, 1, 4.1e-8, 0), (-88, 0, 0, 0),
            (0, 0.5f, Math.Log(2), 0),
        ];
        foreach ((float logit, float target, double loss, double slope) in cases)
        {
            PassResult result = Run("Pair", lanes, [logit], [target]);
            Assert.Equal(loss, result.Loss!.Value, Tolerance * (1 + loss));
            Assert.Equal(slope, result.InputGradient![0], Tolerance);
        }
    }

    [Theory, MemberData(nameof(Widths))]
    public void Weights_and_other_orders_are_those_of_the_output(int lanes)
    {
        PassResult plain = Run("Four", lanes, [17, -88, 50, -1], [0, 1, 0, 0]);
        Assert.Equal(17 + (2 * 88) + (3 * 50) + (4 * Math.Log(1 + Math.Exp(-1))), plain.Loss!.Value, 1e-3);
        Near([1, -2, 3, 4 / (1 + Math.E)], plain.InputGradient!);
        Near([1, 0, 1, 1 / (1 + Math.E)], plain.Output);

        // The same numbers, whose rows become columns on the way.
        PassResult reordered = Run("Reordered", lanes, [17, 50, -88, -1], [0, 1, 0, 0]);
        Assert.Equal(plain.Loss.Value, reordered.Loss!.Value, 1e-3);
        Near([1, 3, -2, 4 / (1 + Math.E)], reordered.InputGradient!);
        Near([1, 0, 1, 1 / (1 + Math.E)], reordered.Output);
    }

    [Fact]
    public void Named_outputs_stay_theirs()
    {
        Network network = Compiled.Value.Create("Named", lanes: 1);
        NetworkOutputs outputs = network.CreateOutputs(1);
        network.Predict([17, -88, 0, 0], outputs);
        Assert.Equal([17, -88, 0, 0], outputs["logits"]);
        Near([1, 0, 0.5, 0.5], outputs["probabilities"].ToArray());
        Assert.Equal(["logits", "probabilities"], outputs.Names);
        using Trainer trainer = network.CreateTrainer(new SGD(), batchSize: 1, threads: 1);
        Assert.Equal(17 + 88 + (2 * Math.Log(2)), trainer.Step([17, -88, 0, 0], new float[] { 0, 1, 0, 1 }), 1e-3);

        // Whoever goes back by hand gives the gradient by the probabilities, and that by logits of his own.
        trainer.Forward([0, 0, 0, 0], outputs);
        NetworkOutputs gradients = network.CreateOutputs(1);
        gradients.Output.Fill(1);
        gradients["logits"].Fill(2);
        var inputGradient = new float[4];
        trainer.Backward(gradients, inputGradient);
        Near([2.25, 2.25, 2.25, 2.25], inputGradient);
    }

    /// <summary>What a user sees: a step's loss, an evaluation's, and that a hopeless weight is learnt away from.</summary>
    [Fact]
    public void Training_and_evaluation_report_and_learn_the_pair()
    {
        Network network = Compiled.Value.Create("Learning", NetGen.Runtime.VectorWidth.Preferred);
        network.Parameters[0].Values[0, 0] = 17;
        network.Parameters[1].Values[0] = 0;
        using Trainer trainer = network.CreateTrainer(new SGD(1), batchSize: 1, threads: 1);
        Assert.Equal(17, network.Evaluate(new ArrayDataSet(new[] { 1f }, new[] { 0 }, classes: 2, [1]), threads: 1).Loss, Tolerance);
        Evaluation ofNumbers = network.Evaluate(new ArrayDataSet(new[] { 1f, -1 }, new[] { 0f, 1 }, [1]), threads: 2);
        Assert.Equal(17, ofNumbers.Loss, Tolerance);
        Assert.Equal(17, trainer.Step([1f], new[] { 0f }), Tolerance);
        Assert.Equal(16, network.Parameters[0].Values[0, 0], Tolerance);
        Assert.Equal(-1, network.Parameters[1].Values[0], Tolerance);
        Assert.Equal(1, network.Predict([1f])[0], Tolerance);
        Assert.Equal(1, network.Evaluate(new ArrayDataSet(new[] { 1f }, new[] { 1 }, classes: 2, [1]), threads: 1).Accuracy);
    }

    [Theory]
    [InlineData(17, 0, 17, 1)]
    [InlineData(-88, 1, 88, -1)]
    public void The_interpreter_means_the_same(float logit, float target, double loss, double slope)
    {
        LoweredNetwork lowered = NetworkCompilation.Plan("Pair", Text("Pair")).Lowered;
        Network network = Compiled.Value.Create("Pair", lanes: 1);
        var pass = new PassInput(1, [logit], null, null, [target]);
        ReferenceResult result = ReferencePass.Run(lowered, ReferenceParameters.Of(network, lowered), pass, [logit]);
        Assert.Equal(loss, result.Loss!.Value, 1e-6);
        Assert.Equal(slope, result.InputGradient![0], 1e-6);
    }

    /// <summary>Losses of at most 100, slopes of at most 10¹², as PyTorch's; 1 above by rounding is 1.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Alone_it_has_PyTorchs_bounds(int lanes)
    {
        PassResult result = Run("Alone", lanes, [0, 1, 0.25f, 1.000001f], [1, 0, 1, 1]);
        Assert.Equal(100 + 100 + Math.Log(4), result.Loss!.Value, 1e-3);
        Near([-1, 1, -4e-12, 0], [.. result.InputGradient!.Select(slope => slope * 1e-12f)]);
        var gradient = new float[3];
        Assert.Equal(100 + 100 + Math.Log(4), Loss.BCE([0, 1, 0.25f], [1, 0, 1], gradient, reduction: Reduction.Sum), 1e-3);
        Near([-1, 1, -4e-12], [.. gradient.Select(slope => slope * 1e-12f)]);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Behind_a_softmax_every_gradient_is_finite(int lanes)
    {
        foreach (float logit in new[] { -87.3f, -88f, -200f })
        {
            PassResult result = Run("Distribution", lanes, [logit, 0], [1, 0]);
            Assert.InRange(result.Loss!.Value, 80, 200.1f);
            Assert.All(result.InputGradient!, slope => Assert.True(float.IsFinite(slope), $"{slope} at {logit}"));
            Assert.All(result.OutputGradient, slope => Assert.True(float.IsFinite(slope), $"{slope} at {logit}"));
        }
    }

    private static PassResult Run(string name, int lanes, float[] inputs, float[] targets) =>
        new TrainingPass(Compiled.Value.Create(name, lanes), 2, NetGen.Runtime.Workers.Single, lossOfIndices: false)
            .Run(new PassInput(1, inputs, null, null, targets)
        {
            NamedGradients = name == "Named" ? [new float[4], new float[4]] : [],
        });

    private static string Text(string name) => $$"""
        using NetGen;

        [Network, {{Sources.Single(source => source.Name == name).Layers}}]
        public partial class {{name}};
        """;

    private static void Near(double[] expected, float[] actual) => LossNetworks.Near(expected, actual);
}
