// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Execution.Tests.Losses;

/// <summary>The loss that training and evaluation report of many batches has one meaning, whatever the size of the batches.</summary>
public class ReportedLossTests
{
    private const double Ln2 = 0.69314718055994530942;
    private const double Tolerance = 1e-5;
    private const int Samples = 90;

    private static readonly LossNetworks Networks = new("ReportedLoss",
    [
        ("Mean", "Input(3)", "CrossEntropy"),
        ("Sum", "Input(3)", "CrossEntropy(Reduction = Reduction.Sum)"),
        ("Weighted", "Input(3)", "CrossEntropy(Weight = new[] { 3.0, 1, 0 })"),
        ("WeightedLog", "Input(3)", "LogSoftmax, NLL(Weight = new[] { 3.0, 1, 0 })"),
        ("Squares", "Input(3)", "MSE(Reduction = Reduction.Sum)"),
        ("Divergence", "Input(3)", "KLDiv(Reduction = Reduction.BatchMean)"),
    ]);

    /// <summary>Logits whose probabilities are 1/2, 1/4, 1/4.</summary>
    private static readonly float[] Logits = [.. Enumerable.Repeat(new[] { (float)Ln2, 0, 0 }, Samples).SelectMany(row => row)];

    /// <summary>70 of class 0, whose loss is ln 2, and 20 of class 1, whose loss is 2 ln 2.</summary>
    private static readonly int[] TwoClasses = [.. Enumerable.Repeat(0, 70), .. Enumerable.Repeat(1, 20)];

    /// <summary>The first 66 do not count, then 4 of class 0 and 20 of class 1.</summary>
    private static readonly int[] FewThatCount = [.. Enumerable.Repeat(-100, 66), .. Enumerable.Repeat(0, 4), .. Enumerable.Repeat(1, 20)];

    [Theory]
    [InlineData("Mean", ((70 * 1) + (20 * 2)) / 90.0)]
    [InlineData("Sum", ((70 * 1) + (20 * 2)) / 90.0)]
    [InlineData("Weighted", ((70 * 3) + (20 * 2)) / (double)((70 * 3) + 20))]
    [InlineData("WeightedLog", ((70 * 3) + (20 * 2)) / (double)((70 * 3) + 20))]
    public void Every_size_of_batch_gives_the_same(string network, double bitsEach) =>
        AllReport(network, new Labelled(Logits, TwoClasses), bitsEach * Ln2);

    /// <summary>A batch of 2 or of 64 has no label that counts, and the one behind it has few.</summary>
    [Theory]
    [InlineData("Mean", (4 + (20 * 2)) / 24.0)]
    [InlineData("Sum", (4 + (20 * 2)) / 90.0)]
    [InlineData("Weighted", ((4 * 3) + (20 * 2)) / (double)((4 * 3) + 20))]
    [InlineData("WeightedLog", ((4 * 3) + (20 * 2)) / (double)((4 * 3) + 20))]
    public void Labels_that_do_not_count_are_left_out(string network, double bitsEach) =>
        AllReport(network, new Labelled(Logits, FewThatCount), bitsEach * Ln2);

    [Fact]
    public void Classes_that_weigh_nothing_do_not_count()
    {
        int[] labels = [.. Enumerable.Repeat(2, 66), .. Enumerable.Repeat(0, 4), .. Enumerable.Repeat(1, 20)];
        AllReport("Weighted", new Labelled(Logits, labels), ((4 * 3) + (20 * 2)) / (double)((4 * 3) + 20) * Ln2);
    }

    /// <summary>A sample's loss is 1 + 4 + 9 beside zeros.</summary>
    [Fact]
    public void A_sum_of_numbers_is_that_of_a_sample()
    {
        float[] rows = [.. Enumerable.Repeat(new[] { 1f, 2, 3 }, Samples).SelectMany(row => row)];
        AllReport("Squares", new ArrayDataSet(rows, new float[rows.Length], [3]), 14);
    }

    /// <summary>½ ln ½ + 2 · ¼ ln ¼ beside zeros: −1.5 ln 2.</summary>
    [Fact]
    public void A_batch_mean_is_over_all_samples()
    {
        float[] targets = [.. Enumerable.Repeat(new[] { 0.5f, 0.25f, 0.25f }, Samples).SelectMany(row => row)];
        AllReport("Divergence", new ArrayDataSet(new float[targets.Length], targets, [3]), -1.5 * Ln2);
    }

    private static void AllReport(string name, IDataSet data, double expected)
    {
        Network network = Networks.Create(name, lanes: 1);
        Assert.Equal(expected, network.Evaluate(data, threads: 1).Loss, Tolerance);
        foreach (int batchSize in new[] { 1, 2, 7, 64, 90 })
        {
            var progress = new List<FitProgress>();
            var options = new FitOptions { Shuffle = false, Progress = progress.Add };
            EpochResult result = Assert.Single(network.Fit(data, new SGD(0), epochs: 1, batchSize, threads: 1, options: options));
            Assert.Equal(expected, result.Loss, Tolerance);
            Assert.Equal(expected, progress[^1].Loss, Tolerance);
        }
    }
}
