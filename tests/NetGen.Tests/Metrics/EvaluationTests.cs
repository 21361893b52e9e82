// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using NetGen.Tests.Training;

namespace NetGen.Tests.Metrics;

public class EvaluationTests
{
    [Fact]
    public void An_output_with_NaN_chooses_no_class()
    {
        var network = new LinearClassifier();
        network.Weight.Values[2, 0] = float.NaN;
        Evaluation evaluation = network.Evaluate(new Clusters(130), threads: 1);
        Assert.Equal(0, evaluation.Accuracy);
        Assert.Equal(130, evaluation.Unclassified);
        Assert.Equal(130, evaluation.Confusion!.Total);
        Assert.True(double.IsNaN(evaluation.Loss));
        Assert.Equal("loss NaN, accuracy 0.00 % of 130 samples; outputs of 130 are NaN and name no class", evaluation.ToString());
    }

    /// <summary>The score that is NaN may be any: before, after, or in the place of the greatest.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void One_NaN_among_the_scores_is_enough(int position)
    {
        float[] outputs = [3, 2, 1, 3, 2, 1];
        outputs[3 + position] = float.NaN;
        ConfusionMatrix confusion = Counted(outputs, [0, 0]);
        Assert.Equal((1, 1), (confusion.Correct, confusion.Unclassified));
    }

    [Fact]
    public void An_infinite_score_is_still_the_greatest()
    {
        Assert.Equal(1, Counted([0, float.PositiveInfinity, 1], [1]).Correct);
    }

    [Fact]
    public void Is_shown_in_a_line()
    {
        var confusion = new ConfusionMatrix(2);
        confusion.Add(0, 0);
        Assert.Equal("loss 0.0304, accuracy 99.00 % of 10,000 samples", new Evaluation(0.03041, 0.99, confusion, 10_000).ToString());
        Assert.Equal("loss 1.5000 over 7 samples", new Evaluation(1.5, double.NaN, null, 7).ToString());
    }

    [Fact]
    public void Refuses_the_samples_and_labels_that_fit_refuses_in_the_same_words()
    {
        foreach (
            Clusters data in new[]
            {
                Broken(set => set.Samples[(101 * 5) + 3] = float.NaN), Broken(set => set.Samples[0] = float.NegativeInfinity),
                Broken(set => set.Labels[120] = 3),
            })
        {
            string ofFit = Assert.Throws<ArgumentException>(
                "data", () => new LinearClassifier().Fit(data, new SGD(), epochs: 1, threads: 1)).Message;
            Assert.Equal(ofFit, Assert.Throws<ArgumentException>("data", () => new LinearClassifier().Evaluate(data, threads: 1)).Message);
        }

        Assert.Contains(
            "Sample 101 of 'clusters' has NaN as value 3; expected finite numbers.",
            Refusal(Broken(set => set.Samples[(101 * 5) + 3] = float.NaN)));
        Assert.Contains("Sample 120 of 'clusters' has the label 3; expected 0 to 2.", Refusal(Broken(set => set.Labels[120] = 3)));
        Assert.Contains("Sample 77 of 'clusters' has NaN as target 1;", Refusal(new Clusters(130, oneHot: true) { Broken = 77 }));

        string Refusal(Clusters data) =>
            Assert.Throws<ArgumentException>("data", () => new LinearClassifier().Evaluate(data, threads: 1)).Message;
    }

    private static ConfusionMatrix Counted(float[] outputs, int[] labels)
    {
        var network = new LinearClassifier();
        var batch = new MetricBatch(
            new ClassChoice(network.Description.Loss!, network.OutputShape), labels.Length, network.OutputSize, keepsNumbers: false);
        batch.Take(labels.Length, outputs, labels);
        var confusion = new ConfusionMatrix(LinearClassifier.Classes);
        batch.CountIn(confusion);
        return confusion;
    }

    private static Clusters Broken(Action<Clusters> change)
    {
        var data = new Clusters(130);
        change(data);
        return data;
    }
}
