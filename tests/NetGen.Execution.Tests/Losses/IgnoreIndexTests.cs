using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Losses;

/// <summary>Labels that do not count, as with PyTorch's ignore_index.</summary>
public class IgnoreIndexTests
{
    private const double Ln2 = 0.69314718055994530942;
    private const double Tolerance = 1e-5;

    private static readonly LossNetworks Networks = new("IgnoreIndex",
    [
        ("Plain", "Input(3)", "CrossEntropy"),
        ("PlainSum", "Input(3)", "CrossEntropy(Reduction = Reduction.Sum)"),
        ("First", "Input(3)", "CrossEntropy(IgnoreIndex = 0)"),
        ("Smooth", "Input(3)", "CrossEntropy(LabelSmoothing = 0.3, IgnoreIndex = 1)"),
        ("Wide", "Input(37)", "CrossEntropy(LabelSmoothing = 0.1, IgnoreIndex = 255)"),
        ("Steps", "Input(3, 5)", "CrossEntropy(IgnoreIndex = -1)"),
        ("Log", "Input(3)", "LogSoftmax, NLL"),
        ("LogFirst", "Input(3)", "LogSoftmax, NLL(IgnoreIndex = 0)"),
    ]);

    /// <summary>Logits whose probabilities are 1/2, 1/4, 1/4 and 1/4, 1/2, 1/4.</summary>
    private static readonly float[] Halves = [(float)Ln2, 0, 0, 0, (float)Ln2, 0];

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void A_mean_divides_by_the_labels_that_count(int lanes)
    {
        // −log ½ of the first sample alone; p − target of it, and nothing of the other.
        Assert.Equal(Ln2, Networks.Run("Plain", lanes, Halves, [0, -100]).Loss, Tolerance);
        Near([-0.5, 0.25, 0.25, 0, 0, 0], Networks.Run("Plain", lanes, Halves, [0, -100]).Gradient);
        Assert.Equal((Ln2 + (2 * Ln2)) / 2, Networks.Run("Plain", lanes, Halves, [0, 2]).Loss, Tolerance);

        Assert.Equal(2 * Ln2, Networks.Run("PlainSum", lanes, Halves, [-100, 0]).Loss, Tolerance);
        Near([0, 0, 0, -0.75, 0.5, 0.25], Networks.Run("PlainSum", lanes, Halves, [-100, 0]).Gradient);

        // −log p of 2 classes, each ¼.
        Assert.Equal(2 * Ln2, Networks.Run("Log", lanes, [0, 0, (float)Ln2, 0, 0, 0], [0, -100]).Loss, Tolerance);
    }

    /// <summary>A class that is ignored still has its score.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void The_label_may_be_that_of_a_class(int lanes)
    {
        Assert.Equal(Ln2, Networks.Run("First", lanes, Halves, [0, 1]).Loss, Tolerance);
        Near([0, 0, 0, 0.25, -0.5, 0.25], Networks.Run("First", lanes, Halves, [0, 1]).Gradient);
        Assert.Equal(Ln2, Networks.Run("LogFirst", lanes, Halves, [0, 1]).Loss, Tolerance);
        Near([0, 0, 0, 0, -1, 0], Networks.Run("LogFirst", lanes, Halves, [0, 1]).Gradient);
    }

    [Theory, MemberData(nameof(Widths))]
    public void A_smoothed_target_is_ignored_as_a_whole(int lanes)
    {
        // 0.7 of −log ½, and a tenth of each: (0.7 + 0.1) ln 2 + 2 · 0.1 · 2 ln 2.
        Assert.Equal(1.2 * Ln2, Networks.Run("Smooth", lanes, Halves, [0, 1]).Loss, Tolerance);
        Near([0.5 - 0.8, 0.25 - 0.1, 0.25 - 0.1, 0, 0, 0], Networks.Run("Smooth", lanes, Halves, [0, 1]).Gradient);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Long_rows_and_steps_are_as_the_formula_says(int lanes)
    {
        Networks.Check(
            "Wide", lanes,
            new ClassLoss(ClassLoss.RandomLogits(rows: 5, columns: 37), [36, 255, 0, 255, 17]) { Smoothing = 0.1, IgnoreIndex = 255 });
        Networks.Check(
            "Steps", lanes, new ClassLoss(ClassLoss.RandomLogits(rows: 6, columns: 5), [4, -1, 0, -1, -1, 3]) { IgnoreIndex = -1 });
    }

    /// <summary>As in PyTorch: the mean of nothing is no number, but nothing is learned from it.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Where_no_label_counts_the_mean_is_NaN_and_the_gradient_zero(int lanes)
    {
        foreach (string name in new[] { "Plain", "Log" })
        {
            (float loss, float[] gradient) = Networks.Run(name, lanes, Halves, [-100, -100]);
            Assert.True(float.IsNaN(loss), $"{name}: {loss}");
            Near([0, 0, 0, 0, 0, 0], gradient);
        }

        Assert.Equal(0, Networks.Run("PlainSum", lanes, Halves, [-100, -100]).Loss);
    }

    /// <summary>Probabilities are no labels that could be ignored.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Numbers_all_count(int lanes) =>
        Assert.Equal((Ln2 + (2 * Ln2)) / 2, Networks.Run("First", lanes, Halves, null, [1, 0, 0, 1, 0, 0]).Loss, Tolerance);

    [Fact]
    public void A_trainer_takes_it_and_no_other_that_is_no_class()
    {
        using Trainer trainer = Networks.Create("Plain", 16).CreateTrainer(new SGD(0.1), 2);
        Assert.Equal(Ln2, trainer.Step(Halves, [0, -100]), Tolerance);
        Assert.Contains(
            "Label 1 is -1; expected 0 to 2, or -100, which is ignored",
            Assert.Throws<ArgumentException>(() => trainer.Step(Halves, [0, -1])).Message);

        using Trainer first = Networks.Create("First", 16).CreateTrainer(new SGD(0.1), 2);
        Assert.Equal(Ln2, first.Step(Halves, [0, 1]), Tolerance);
        Assert.Contains("expected 0 to 2.", Assert.Throws<ArgumentException>(() => first.Step(Halves, [0, -100])).Message);
    }

    [Fact]
    public void An_evaluation_leaves_it_out()
    {
        // The second and the third sample would be wrong.
        float[] outputs = [.. Halves, 0, 0, 1];
        Evaluation evaluation = Networks.Create("First", 16).Evaluate(new Labelled(outputs, [2, 0, 0]));
        Assert.Equal(0, evaluation.Accuracy);
        Assert.Equal(2 * Ln2, evaluation.Loss, Tolerance);
        Assert.Equal(1, Networks.Create("Plain", 16).Evaluate(new Labelled(outputs, [0, -100, -100])).Accuracy);
    }

    /// <summary>A batch of which no label counts teaches nothing. That is no divergence, and means are over the other batches.</summary>
    [Fact]
    public void A_batch_of_which_no_label_counts_stops_no_fit_and_is_left_out_of_means()
    {
        float[] samples = [.. Enumerable.Repeat(Halves, 33).SelectMany(pair => pair)];
        var data = new Labelled(samples, [.. Enumerable.Repeat(new[] { 0, 2 }, 32).SelectMany(pair => pair), -100, -100]);
        var progress = new List<FitProgress>();
        var options = new FitOptions { Shuffle = false, Progress = progress.Add };
        EpochResult result = Assert.Single(
            Networks.Create("Plain", 16)
                .Fit(data, new SGD(0.1), epochs: 1, batchSize: 2, options: options, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(1.5 * Ln2, result.Loss, Tolerance);
        Assert.Equal(33, progress.Count);
        Assert.Equal(1.5 * Ln2, Networks.Create("Plain", 16).Evaluate(data).Loss, Tolerance);
        Assert.True(double.IsNaN(Networks.Create("Plain", 16).Evaluate(new Labelled(Halves, [-100, -100])).Loss));
    }

    private static void Near(double[] expected, float[] actual) => LossNetworks.Near(expected, actual);
}
