// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Execution.Tests.Losses;

/// <summary>
/// Outputs and targets that a loss does not take are named, by training and by evaluation; before, they made NaN or a number that says
/// nothing.
/// </summary>
public class RefusedNumbersTests
{
    private static readonly LossNetworks Networks = new("RefusedNumbers",
    [
        ("Binary", "Input(3)", "BCE"),
        ("Divergence", "Input(3)", "KLDiv"),
        ("LogDivergence", "Input(3)", "KLDiv(LogTarget = true)"),
        ("OfItself", "Input(3)", "KLDiv(Target = Target.Input)"),
        ("Many", "Input(50000)", "CrossEntropy"),
        ("AllDropped", "Input(3), Dropout(1.0), Linear(2)", "MSE"),
        ("LastDropped", "Input(3), Linear(2), Dropout(1.0)", "MSE"),
    ]);

    [Fact]
    public void Bce_takes_outputs_from_zero_to_one()
    {
        Network network = Networks.Create("Binary", lanes: 1);
        var data = new ArrayDataSet(new[] { 0.5f, 1, 0, 0.5f, 1.25f, 0 }, new float[6], [3]);
        const string Message = "Output 1 of sample 1, which 'leakyrelu1' of Binary gives, is 1.25; BCE takes probabilities from 0 to 1. "
            + "End the network with [Sigmoid], or with [BCEWithLogits]";
        Assert.StartsWith(
            Message, Assert.Throws<InvalidOperationException>(() => network.Evaluate(data, threads: 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            Message,
            Assert.Throws<InvalidOperationException>(
                () => network.Fit(data, new SGD(), epochs: 1, threads: 1, options: new FitOptions { Shuffle = false })).Message,
            StringComparison.Ordinal);
        using Trainer trainer = network.CreateTrainer(new SGD(), batchSize: 2, threads: 1);
        Assert.StartsWith(
            Message, Assert.Throws<InvalidOperationException>(() => trainer.Step([0.5f, 1, 0, 0.5f, 1.25f, 0], new float[6])).Message,
            StringComparison.Ordinal);
        Assert.True(float.IsFinite(trainer.Step([0, 0.5f, 1], [0, 0.5f, 1])));
    }

    [Fact]
    public void Kl_div_takes_no_negative_probability()
    {
        Network network = Networks.Create("Divergence", lanes: 1);
        var data = new ArrayDataSet(new float[6], new[] { 0, 0.5f, 0.5f, 0.5f, 0.75f, -0.25f }, [3]);
        const string Message = "Sample 1 of 'arrays' has -0.25 as target 2; KLDiv compares probabilities, at least 0; "
            + "their logarithms are for LogTarget = true.";
        Assert.StartsWith(
            Message, Assert.Throws<ArgumentException>("data", () => network.Evaluate(data, threads: 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            Message, Assert.Throws<ArgumentException>("data", () => network.Fit(data, new SGD(), epochs: 1, threads: 1)).Message,
            StringComparison.Ordinal);
        using Trainer trainer = network.CreateTrainer(new SGD(), batchSize: 1, threads: 1);
        Assert.StartsWith(
            "Target 2 (sample 0, target 2 of it) is -0.25; KLDiv",
            Assert.Throws<ArgumentException>("targets", () => trainer.Step(new float[3], [0.5f, 0.75f, -0.25f])).Message,
            StringComparison.Ordinal);
        using Trainer ofItself = Networks.Create("OfItself", lanes: 1).CreateTrainer(new SGD(), batchSize: 1, threads: 1);
        Assert.Throws<ArgumentException>("targets", () => ofItself.Step([0.5f, 0.75f, -0.25f]));
        Assert.True(double.IsFinite(Networks.Create("LogDivergence", lanes: 1).Evaluate(data, threads: 1).Loss));
    }

    [Fact]
    public void Fifty_thousand_classes_are_evaluated()
    {
        Evaluation evaluation = Networks.Create("Many", NetGen.Runtime.VectorWidth.Preferred).Evaluate(
            new ArrayDataSet(new float[100_000], new[] { 0, 49_999 }, classes: 50_000, [50_000]), threads: 1);
        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Equal(Math.Log(50_000), evaluation.Loss, 1e-3);
    }

    /// <summary>What drops everything passes nothing on: the gradient by the input is 0, as in PyTorch.</summary>
    [Theory]
    [InlineData("AllDropped")]
    [InlineData("LastDropped")]
    public void Behind_a_dropout_of_all_the_input_has_the_gradient_zero(string name)
    {
        Network network = Networks.Create(name, lanes: 1);
        using Trainer trainer = network.CreateTrainer(new SGD(), batchSize: 1, threads: 1);
        var outputs = new float[network.OutputShape[0]];
        float[] gradient = [7, 7, 7];
        trainer.Forward([1, 2, 3], outputs);
        trainer.Backward(outputs, gradient);
        Assert.Equal([0, 0, 0], gradient);
        trainer.Update();
        Assert.True(float.IsFinite(trainer.Step([1, 2, 3], outputs)));
    }
}
