using System.Globalization;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Losses;

/// <summary>Weights of classes and outputs, as PyTorch's weight and pos_weight.</summary>
public class WeightTests
{
    private const double Ln2 = 0.69314718055994530942;
    private const double Tolerance = 1e-5;
    private const string WeightsOfThree = "Weight = new[] { 3.0, 1, 0.5 }";

    private static readonly double[] WideWeights = [.. Enumerable.Range(0, 37).Select(i => (i % 5) * 0.5)];

    private static readonly LossNetworks Networks = new("Weights",
    [
        ("Mean", "Input(3)", $"CrossEntropy({WeightsOfThree})"),
        ("Sum", "Input(3)", $"CrossEntropy({WeightsOfThree}, Reduction = Reduction.Sum)"),
        ("Smooth", "Input(3)", $"CrossEntropy({WeightsOfThree}, LabelSmoothing = 0.3)"),
        ("Ignored", "Input(3)", $"CrossEntropy({WeightsOfThree}, IgnoreIndex = 0, LabelSmoothing = 0.3)"),
        ("Log", "Input(3)", $"LogSoftmax, NLL({WeightsOfThree})"),
        (
            "Wide", "Input(37)",
            "CrossEntropy(LabelSmoothing = 0.1, Weight = new[] "
            + $"{{ {string.Join(", ", WideWeights.Select(w => w.ToString("0.0", CultureInfo.InvariantCulture)))} }})"),
        ("Steps", "Input(3, 5)", "CrossEntropy(IgnoreIndex = 4, Weight = new double[] { 1, 2, 3, 4, 5 })"),
        ("Positive", "Input(3)", "BCEWithLogits(PosWeight = new[] { 3.0, 1, 0.5 })"),
        (
            "PositiveWide", "Input(37)",
            "BCEWithLogits(PosWeight = new[] "
            + $"{{ {string.Join(", ", WideWeights.Select(w => w.ToString("0.0", CultureInfo.InvariantCulture)))} }})"),
        ("PositiveOfAll", "Input(3)", "BCEWithLogits(PosWeight = new[] { 3.0 }, Reduction = Reduction.Sum)"),
        ("One", "Input(1)", "BCEWithLogits(PosWeight = new[] { 3.0 }, Weight = new[] { 0.5 })"),
        ("OfOutputs", "Input(3)", "Sigmoid, BCE(Weight = new[] { 3.0, 1, 0.5 })"),
    ]);

    /// <summary>Logits whose probabilities are 1/2, 1/4, 1/4 and 1/4, 1/2, 1/4.</summary>
    private static readonly float[] Halves = [(float)Ln2, 0, 0, 0, (float)Ln2, 0];

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void A_mean_divides_by_the_weights_of_the_labels(int lanes)
    {
        // 3 · ln 2 of the first, ½ · 2 ln 2 of the second, by 3 + ½.
        (float loss, float[] gradient) = Networks.Run("Mean", lanes, Halves, [0, 2]);
        Assert.Equal(4 * Ln2 / 3.5, loss, Tolerance);
        LossNetworks.Near([-1.5 / 3.5, 0.75 / 3.5, 0.75 / 3.5, 0.125 / 3.5, 0.25 / 3.5, -0.375 / 3.5], gradient);
        Assert.Equal(4 * Ln2, Networks.Run("Sum", lanes, Halves, [0, 2]).Loss, Tolerance);
        Assert.Equal(3 * Ln2 / 3, Networks.Run("Mean", lanes, Halves, [0, -100]).Loss, Tolerance);

        // ¼ each: both labels lose 2 ln 2, whatever they weigh.
        (loss, gradient) = Networks.Run("Log", lanes, [0, 0, (float)Ln2, 0, 0, (float)Ln2], [0, 1]);
        Assert.Equal(2 * Ln2, loss, Tolerance);
        LossNetworks.Near([-0.75, 0, 0, 0, -0.25, 0], gradient);
    }

    /// <summary>A class that is ignored still gets its part of what the other labels spread.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Smoothing_spreads_by_the_weights(int lanes)
    {
        // 0.7 · 3 · ln 2, and a tenth of 3 · ln 2 + 1 · 2 ln 2 + ½ · 2 ln 2; by 3.
        Assert.Equal((2.1 + 0.6) * Ln2 / 3, Networks.Run("Smooth", lanes, Halves, [0, -100]).Loss, Tolerance);

        // 0.7 · 1 · ln 2, and a tenth of 3 · 2 ln 2 + 1 · ln 2 + ½ · 2 ln 2; by 1.
        Assert.Equal((0.7 + 0.8) * Ln2, Networks.Run("Ignored", lanes, Halves, [0, 1]).Loss, Tolerance);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Losses_are_as_the_formula_says(int lanes)
    {
        double[] three = [3, 1, 0.5];
        Networks.Check(
            "Smooth", lanes, new ClassLoss(ClassLoss.RandomLogits(5, 3), [0, -100, 2, 1, 0]) { Weights = three, Smoothing = 0.3 });
        Networks.Check(
            "Ignored", lanes,
            new ClassLoss(ClassLoss.RandomLogits(5, 3), [0, 1, 2, 1, 0]) { Weights = three, Smoothing = 0.3, IgnoreIndex = 0 });
        Networks.Check(
            "Wide", lanes, new ClassLoss(ClassLoss.RandomLogits(4, 37), [36, -100, 7, 15]) { Weights = WideWeights, Smoothing = 0.1 });
        Networks.Check(
            "Steps", lanes, new ClassLoss(ClassLoss.RandomLogits(6, 5), [3, 4, 0, 1, 4, 2]) { Weights = [1, 2, 3, 4, 5], IgnoreIndex = 4 });
    }

    /// <summary>As in PyTorch, a mean over probabilities divides by their number.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Probabilities_are_weighed_and_counted(int lanes)
    {
        // ½ · 3 · ln 2 + ½ · 1 · 2 ln 2 of the first, ½ · 2 ln 2 of the second, by 2.
        (float loss, float[] gradient) = Networks.Run("Mean", lanes, Halves, null, [0.5f, 0.5f, 0, 0, 0, 1]);
        Assert.Equal(((1.5 + 1) + 1) * Ln2 / 2, loss, Tolerance);

        // p · Σ weight · target − weight · target.
        LossNetworks.Near([(1 - 1.5) / 2, (0.5 - 0.5) / 2, 0.5 / 2, 0.125 / 2, 0.25 / 2, (0.125 - 0.5) / 2], gradient);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Where_no_label_counts_the_mean_is_NaN_and_the_gradient_zero(int lanes)
    {
        float[] logits = new float[74];
        (float loss, float[] gradient) = Networks.Run("Wide", lanes, logits, [-100, -100]);
        Assert.True(float.IsNaN(loss), $"{loss}");
        Assert.All(gradient, slope => Assert.Equal(0, slope));
    }

    [Theory, MemberData(nameof(Widths))]
    public void Positives_weigh_what_they_are_told_to(int lanes)
    {
        // σ(0) = ½: a target of 1 loses weight · ln 2, one of 0 ln 2.
        (float loss, float[] gradient) = Networks.Run("Positive", lanes, [0, 0, 0], null, [1, 0, 1]);
        Assert.Equal((3 + 1 + 0.5) * Ln2 / 3, loss, Tolerance);
        LossNetworks.Near([-1.5 / 3, 0.5 / 3, -0.25 / 3], gradient);
        Assert.Equal((3 + 1 + 3) * Ln2, Networks.Run("PositiveOfAll", lanes, [0, 0, 0], null, [1, 0, 1]).Loss, Tolerance);

        // One output: class 1 weighs 3, class 0 one, and both half.
        Assert.Equal(0.5 * (3 + 1) * Ln2 / 2, Networks.Run("One", lanes, [0, 0], [1, 0]).Loss, Tolerance);

        // Far out the loss is what is missing to the right side, and no number overflows.
        Assert.Equal(3 * 100, Networks.Run("One", lanes, [-200], [1]).Loss, 1e-3);
        Assert.Equal(0, Networks.Run("One", lanes, [200], [1]).Loss, Tolerance);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Long_rows_of_positives_are_as_the_formula_says(int lanes)
    {
        double[] x = [.. ClassLoss.RandomLogits(2, 37).SelectMany(row => row)];
        double[] t = [.. x.Select((_, i) => i % 4 / 3.0)];
        double[] w = [.. x.Select((_, i) => WideWeights[i % 37])];
        double expected = x.Select((_, i) => (w[i] * t[i] * Math.Log(1 + Math.Exp(-x[i]))) + ((1 - t[i]) * Math.Log(1 + Math.Exp(x[i]))))
            .Sum() / x.Length;
        double[] slopes =
        [
            .. x.Select((_, i) => ((-w[i] * t[i] / (1 + Math.Exp(x[i]))) + ((1 - t[i]) / (1 + Math.Exp(-x[i])))) / x.Length),
        ];
        (float loss, float[] gradient) = Networks.Run(
            "PositiveWide", lanes, [.. x.Select(v => (float)v)], null, [.. t.Select(v => (float)v)]);
        Assert.Equal(expected, loss, Tolerance);
        LossNetworks.Near(slopes, gradient);
    }

    /// <summary>The number of the losses is what a mean divides by, not their weights.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void Outputs_weigh_what_they_are_told_to(int lanes) =>
        Assert.Equal((3 + 1 + 0.5) * Ln2 / 3, Networks.Run("OfOutputs", lanes, [0, 0, 0], null, [1, 0, 1]).Loss, Tolerance);

    /// <summary>Labels that all weigh 0 are a mean of nothing, as labels that are all ignored are.</summary>
    [Fact]
    public void A_batch_whose_labels_weigh_nothing_stops_no_fit()
    {
        var data = new Labelled([.. Enumerable.Range(0, 4 * 37).Select(i => i % 5 * 0.1f)], [15, 10, 1, 2]) { Classes = 37 };
        EpochResult result = Assert.Single(Networks.Create("Wide", 16).Fit(
            data, new SGD(0.1), epochs: 1, batchSize: 2, options: new FitOptions { Shuffle = false },
            cancellation: TestContext.Current.CancellationToken));
        Assert.True(double.IsFinite(result.Loss));
    }

    [Fact]
    public void A_score_that_is_NaN_names_no_class()
    {
        ConfusionMatrix two = Counted("One", [float.NaN, -1, 1], [0, 0, 0], samples: 3, classes: 2);
        Assert.Equal((1, 1, 3), (two.Unclassified, two.Correct, two.Total));

        // Of three steps the second: it alone has no class.
        float[] scores = [.. Enumerable.Repeat(new float[] { 0, 1, 0, 0, 0 }, 3).SelectMany(step => step)];
        scores[9] = float.NaN;
        ConfusionMatrix steps = Counted("Steps", scores, [1, 1, 1], samples: 1, classes: 5);
        Assert.Equal((1, 2), (steps.Unclassified, steps.Correct));
    }

    private static ConfusionMatrix Counted(string name, float[] outputs, int[] labels, int samples, int classes)
    {
        Network network = Networks.Create(name, 16);
        var batch = new MetricBatch(
            new ClassChoice(network.Description.Loss!, network.OutputShape), samples, network.OutputSize, keepsNumbers: false);
        batch.Take(samples, outputs, labels);
        var confusion = new ConfusionMatrix(classes);
        batch.CountIn(confusion);
        return confusion;
    }
}
