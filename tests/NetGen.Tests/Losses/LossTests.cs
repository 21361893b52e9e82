namespace NetGen.Tests.Losses;

public class LossTests
{
    private static readonly float[] Scores = [0.5f, -1, 2, 0, 0.25f, -3];
    private static readonly float[] Targets = [1, 0, 0.5f, 1, 0, 0.25f];

    /// <summary>All losses of numbers, by what they take beside outputs, targets and gradient.</summary>
    public static TheoryData<string> OfNumbers => ["MSE", "L1", "SmoothL1", "Huber", "BCE", "BCEWithLogits", "KLDiv", "CrossEntropy"];

    /// <summary>The slope of the value is what differences say.</summary>
    [Theory, MemberData(nameof(OfNumbers))]
    public void The_gradient_is_the_slope_of_the_value(string name)
    {
        foreach (Reduction reduction in new[] { Reduction.Mean, Reduction.Sum })
        {
            float[] outputs = name == "BCE" ? [.. Scores.Select(x => 1 / (1 + MathF.Exp(-x)))] : [.. Scores];
            var gradient = new float[outputs.Length];
            float value = Of(name, outputs, gradient, reduction);
            Assert.Equal(value, Of(name, outputs, [], reduction));
            for (int i = 0; i < outputs.Length; i++)
            {
                float[] above = [.. outputs], below = [.. outputs];
                above[i] += 1e-3f;
                below[i] -= 1e-3f;
                Assert.Equal((Of(name, above, [], reduction) - Of(name, below, [], reduction)) / (above[i] - below[i]), gradient[i], 2e-3f);
            }
        }
    }

    [Theory, MemberData(nameof(OfNumbers))]
    public void Lengths_must_fit(string name)
    {
        Assert.Throws<ArgumentException>("outputs", () => Of(name, [], [], Reduction.Mean, []));
        Assert.Throws<ArgumentException>("targets", () => Of(name, [.. Scores], [], Reduction.Mean, new float[5]));
        Assert.Throws<ArgumentException>("gradient", () => Of(name, [.. Scores], new float[5], Reduction.Mean));
        Assert.Throws<ArgumentOutOfRangeException>("reduction", () => Of(name, new float[6], [], Reduction.None));
    }

    [Theory, MemberData(nameof(OfNumbers))]
    public void Nothing_is_allocated(string name)
    {
        var gradient = new float[6];
        float[] outputs = [0.5f, 0.25f, 1, 0, 0.75f, 0.1f];
        Of(name, outputs, gradient, Reduction.Mean);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Of(name, outputs, gradient, Reduction.Mean);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Negative_probabilities_are_refused()
    {
        Assert.StartsWith(
            "Target 1 is -0.5; KLDiv compares probabilities, at least 0; their logarithms are for LogTarget = true.",
            Assert.Throws<ArgumentException>("targets", () => Loss.KLDiv([0, 0], [1.5f, -0.5f])).Message, StringComparison.Ordinal);
        Assert.True(float.IsFinite(Loss.KLDiv([0, 0], [-1.5f, -0.5f], logTarget: true)));
    }

    [Fact]
    public void An_output_that_is_NaN_gives_a_loss_that_is_NaN()
    {
        foreach (string name in OfNumbers.Select(row => row.Data))
            Assert.True(float.IsNaN(Of(name, [float.NaN, 0, 0, 0, 0, 0], new float[6], Reduction.Mean)), name);
        Assert.True(float.IsNaN(Loss.CrossEntropy([0, float.NaN, 0], [0], new float[3])));
    }

    /// <summary>Far from zero nothing overflows, and the slopes stay right.</summary>
    [Fact]
    public void Large_logits_do_not_overflow()
    {
        var gradient = new float[4];
        Assert.Equal(500, Loss.BCEWithLogits([1000, -1000, 1000, -1000], [1, 0, 0, 1], gradient));
        Assert.Equal([0, 0, 0.25f, -0.25f], gradient);
        Assert.Equal(1000, Loss.CrossEntropy([1000, 0, -1000, 0], [0, 0], gradient, reduction: Reduction.Sum));
        Assert.Equal([0, 0, -1, 1], gradient);
        Assert.Equal(100, Loss.BCE([0], [1], gradient.AsSpan(0, 1)));
    }

    [Fact]
    public void Where_no_label_counts_the_mean_is_NaN_and_the_gradient_zero()
    {
        float[] gradient = [1, 1, 1, 1];
        Assert.True(float.IsNaN(Loss.CrossEntropy([1, 2, 3, 4], [-100, -100], gradient)));
        Assert.Equal(new float[4], gradient);
        gradient = [1, 1, 1, 1];
        Assert.True(float.IsNaN(Loss.NLL([1, 2, 3, 4], [0, 0], gradient, weight: [0, 1])));
        Assert.Equal(new float[4], gradient);
        Assert.Equal(0, Loss.CrossEntropy([1, 2, 3, 4], [1, 1], gradient, ignoreIndex: 1, reduction: Reduction.Sum));
    }

    [Fact]
    public void Labels_and_weights_are_checked()
    {
        Refuses("labels", "Label 1 is 3; expected 0 to 2, or -100, which is ignored.", () => Loss.CrossEntropy(Scores, [0, 3]));
        Refuses("labels", "Label 0 is -1; expected 0 to 2, or 255, which is ignored.", () => Loss.NLL(Scores, [-1, 255], ignoreIndex: 255));
        Refuses(
            "labels",
            "There are 6 outputs and 4 labels; expected for each label the scores of at least 2 classes. "
            + "For two classes in one number use BCEWithLogits.", () => Loss.CrossEntropy(Scores, new int[4]));
        Refuses(
            "labels",
            "There are 6 outputs and 6 labels; expected for each label the scores of at least 2 classes. "
            + "For two classes in one number use BCEWithLogits.", () => Loss.NLL(Scores, new int[6]));
        Refuses(
            "labels", "There are 3 labels; expected one for each sample at each of 2 positions.",
            () => Loss.CrossEntropy(Scores, new int[3], positions: 2));
        Refuses(
            "weight", "There are 2 weights and 3 classes; expected one for each.", () => Loss.CrossEntropy(Scores, [0, 1], weight: [1, 2]));
        Refuses("weight", "Weight 1 is -2; expected finite numbers of at least 0.", () => Loss.NLL(Scores, [0, 1], weight: [1, -2, 3]));
        Refuses("outputs", "There are 6 outputs; expected a multiple of 4 classes.", () => Loss.CrossEntropy(Scores, Targets, classes: 4));
        Refuses(
            "outputs", "Output 1 is -1; BCE takes probabilities from 0 to 1, and BCEWithLogits any numbers.",
            () => Loss.BCE(Scores, Targets));
        Refuses(
            "weight", "There are 4 weights and 6 outputs; expected one weight, or one for each feature or channel.",
            () => Loss.BCE(new float[6], Targets, weight: [1, 1, 1, 1]));
        Refuses(
            "posWeight", "There are 3 weights and 6 outputs of 3 positions; expected one weight, or one for each feature or channel.",
            () => Loss.BCEWithLogits(Scores, Targets, posWeight: [1, 1, 1], positions: 3));
        Assert.Throws<ArgumentOutOfRangeException>("labelSmoothing", () => Loss.CrossEntropy(Scores, [0, 1], labelSmoothing: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => Loss.CrossEntropy(Scores, Targets, classes: 1));
        Assert.Throws<ArgumentOutOfRangeException>("positions", () => Loss.CrossEntropy(Scores, [0, 1], positions: 0));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => Loss.SmoothL1(Scores, Targets, beta: -1));
        Assert.Throws<ArgumentOutOfRangeException>("delta", () => Loss.Huber(Scores, Targets, delta: 0));
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => Loss.KLDiv(Scores, Targets, reduction: Reduction.BatchMean));
        Assert.Throws<ArgumentOutOfRangeException>(
            "samples", () => Loss.KLDiv(Scores, Targets, reduction: Reduction.BatchMean, samples: 4));
        Assert.Throws<ArgumentOutOfRangeException>("reduction", () => Loss.MSE(Scores, Targets, reduction: Reduction.BatchMean));

        static void Refuses(string argument, string message, Action action) =>
            Assert.Equal($"{message} (Parameter '{argument}')", Assert.Throws<ArgumentException>(argument, action).Message);
    }

    private static float Of(string name, float[] outputs, float[] gradient, Reduction reduction, float[]? targets = null) => name switch
    {
        "MSE" => Loss.MSE(outputs, targets ?? Targets, gradient, reduction),
        "L1" => Loss.L1(outputs, targets ?? Targets, gradient, reduction),
        "SmoothL1" => Loss.SmoothL1(outputs, targets ?? Targets, gradient, beta: 0.75, reduction),
        "Huber" => Loss.Huber(outputs, targets ?? Targets, gradient, delta: 0.75, reduction),
        "BCE" => Loss.BCE(outputs, targets ?? Targets, gradient, reduction: reduction),
        "BCEWithLogits" => Loss.BCEWithLogits(outputs, targets ?? Targets, gradient, reduction: reduction),
        "KLDiv" => Loss.KLDiv(outputs, targets ?? Targets, gradient, reduction: reduction),
        _ => Loss.CrossEntropy(outputs, targets ?? Targets, classes: 3, gradient, labelSmoothing: 0.1, reduction: reduction),
    };
}
