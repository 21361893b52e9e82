using NetGen.Runtime;

namespace NetGen.Tests.Metrics;

/// <summary>Metrics beside values that were computed by hand, by scikit-learn's definitions.</summary>
public class MetricTests
{
    // Labels 0 0 0 1 1 2 of classes 0 to 4 predicted as 0 0 1 1 0 3: classes 2 and 3 are never right, 4 never occurs.
    private static readonly int[] Labels = [0, 0, 0, 1, 1, 2];
    private static readonly int[] Predictions = [0, 0, 1, 1, 0, 3];

    [Fact]
    public void Counts_of_classes_give_precision_recall_and_f1()
    {
        (ClassMetric precision, ClassMetric recall, ClassMetric f1) = (new Precision(), new Recall(), new F1Score());
        foreach (ClassMetric metric in new[] { precision, recall, f1 })
            Add(metric, classes: 5, Scores(5, Predictions), Labels);
        Assert.Equal([2 / 3.0, 0.5, 0, 0, 0], Enumerable.Range(0, 5).Select(label => precision[label]));
        Assert.Equal([2 / 3.0, 0.5, 0, 0, 0], Enumerable.Range(0, 5).Select(label => recall[label]));

        // Class 4 is in no mean; classes 2 and 3 are, with 0.
        Assert.Equal((2 / 3.0 + 0.5) / 4, precision.Value, 1e-12);
        Assert.Equal((2 / 3.0 + 0.5) / 4, f1.Value, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>("label", () => f1[5]);
    }

    [Theory]
    [InlineData("precision_micro", 3 / 6.0)]
    [InlineData("recall_micro", 3 / 6.0)]
    [InlineData("f1_micro", 3 / 6.0)]
    [InlineData("recall_weighted", 3 / 6.0)]
    [InlineData("precision_weighted", ((3 * 2 / 3.0) + (2 * 0.5)) / 6)]
    [InlineData("precision_macro", (2 / 3.0 + 0.5) / 4)]
    [InlineData("accuracy", 3 / 6.0)]
    public void Averages_are_named(string name, double expected)
    {
        Metric metric = name;
        Assert.Equal(name, metric.Name);
        Add(metric, classes: 5, Scores(5, Predictions), Labels);
        Assert.Equal(expected, metric.Value, 1e-12);
    }

    /// <summary>Precision 1/2 and recall 1/3 of class 1.</summary>
    [Theory]
    [InlineData("precision", 0.5)]
    [InlineData("recall_binary", 1 / 3.0)]
    [InlineData("f1", 0.4)]
    public void Of_two_classes_the_second_counts(string name, double expected)
    {
        Metric metric = name;
        Add(metric, classes: 2, Scores(2, [1, 1, 0, 0, 0]), [1, 0, 1, 1, 0]);
        Assert.Equal(expected, metric.Value, 1e-12);
    }

    [Fact]
    public void A_prediction_of_no_class_is_a_label_alone()
    {
        var recall = new Recall(Average.Micro);
        var precision = new Precision(Average.Micro);
        float[] scores = [1, 0, 0, float.NaN, 1, 0];
        Add(recall, classes: 3, scores, [0, 1]);
        Add(precision, classes: 3, scores, [0, 1]);
        Assert.Equal((0.5, 1), (recall.Value, precision.Value));
    }

    [Fact]
    public void Top_k_counts_ties_from_the_first()
    {
        float[] scores = [3, 2, 2, 1, 0, 0, 0, 0, 1, float.NaN, 2, 3];
        var top = new TopKAccuracy(2);
        Assert.Equal("top_2_accuracy", top.Name);

        // Of the first sample classes 0 and 1, of the second 0 and 1, of the third none.
        Assert.Equal(2 / 3.0, Value([1, 1, 3]), 1e-12);
        Assert.Equal(0, Value([2, 2, 3]));
        Assert.Equal(1 / 3.0, Value([0, 3, 0]), 1e-12);

        double Value(int[] labels)
        {
            Add(top, classes: 4, scores, labels);
            return top.Value;
        }
    }

    /// <summary>The pairs of a positive and a negative: won 1, tied ½.</summary>
    [Theory]
    [InlineData(new float[] { 0.1f, 0.4f, 0.35f, 0.8f }, new[] { 0, 0, 1, 1 }, 0.75)]
    [InlineData(new float[] { 1, 1, 1, 1 }, new[] { 0, 1, 1, 0 }, 0.5)]
    [InlineData(new float[] { 1, 2, 2, 3 }, new[] { 0, 0, 1, 1 }, 3.5 / 4)]
    [InlineData(new float[] { 3, 2, 1 }, new[] { 0, 0, 1 }, 0)]
    [InlineData(new float[] { float.NegativeInfinity, float.PositiveInfinity }, new[] { 0, 1 }, 1)]
    [InlineData(new float[] { 1, 2 }, new[] { 1, 1 }, double.NaN)]
    [InlineData(new float[] { 1, float.NaN }, new[] { 0, 1 }, double.NaN)]
    public void The_area_is_the_part_of_ordered_pairs(float[] scores, int[] labels, double expected) =>
        Assert.Equal(expected, RocAuc.Area([.. scores], [.. labels.Select(label => (byte)label)]), 1e-12);

    [Fact]
    public void The_area_of_many_classes_is_each_against_the_rest()
    {
        // Class 2 has no label. As probabilities class 0 scores ½, 0.9, 0.1, where logits would order the first two the other way.
        float[] scores = [9, 9, -99, 1.1f, -1.1f, -99, -1.1f, 1.1f, -99];
        var area = new RocAuc();
        Add(area, classes: 3, scores, [0, 0, 1]);
        Assert.Equal(1, area.Value);
        Add(area, classes: 3, scores, [1, 0, 0]);
        Assert.Equal(((1 / 2.0) + (1 / 2.0)) / 2, area.Value);
    }

    /// <summary>Every pair looked at, for scores of which many are equal.</summary>
    [Fact]
    public void The_area_equals_that_of_all_pairs()
    {
        var random = new Random(3);
        float[] scores = [.. Enumerable.Range(0, 200).Select(_ => (float)random.Next(12))];
        int[] labels = [.. scores.Select(score => random.Next(12) < score ? 1 : 0)];
        double won = 0, pairs = 0;
        for (int i = 0; i < 200; i++)
        {
            for (int j = 0; j < 200; j++)
            {
                if (labels[i] == 1 && labels[j] == 0)
                    (won, pairs) = (won + (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0), pairs + 1);
            }
        }

        Assert.Equal(won / pairs, RocAuc.Area([.. scores], [.. labels.Select(label => (byte)label)]), 1e-12);
    }

    /// <summary>Probabilities ½ and ¼ of the labels: a geometric mean of √8.</summary>
    [Fact]
    public void Perplexity_is_the_inverse_of_the_mean_probability()
    {
        Metric perplexity = "perplexity";
        float ln2 = MathF.Log(2);
        Add(perplexity, classes: 3, [100 + ln2, 100, 100, ln2, 0, 0], [0, 2]);
        Assert.Equal(Math.Sqrt(8), perplexity.Value, 1e-5);
        Add(perplexity, classes: 3, [-ln2, -2 * ln2, -2 * ln2, -ln2, -2 * ln2, -2 * ln2], [0, 2], loss: "NLL");
        Assert.Equal(Math.Sqrt(8), perplexity.Value, 1e-5);
        Assert.False(perplexity.LargerIsBetter);
    }

    /// <summary>The second number's targets are all 1000, where sums of squares would cancel.</summary>
    [Fact]
    public void Errors_of_numbers()
    {
        float[] outputs = [1, 1000, 0, 1000, 2, 1000, 7, 1000, 5, 1001, 5, 1000];
        float[] targets = [1, 1000, 2, 1000, 4, 1000, 7, 1000, 5, 1000, 5, 1000];
        Assert.Equal(9 / 12.0, Value("mse"));
        Assert.Equal(5 / 12.0, Value("mae"));

        // The first: mean 4, squares 9 + 4 + 0 + 9 + 1 + 1 = 24, errors 8. The second is constant, and not always met; the third is.
        Assert.Equal(((1 - (8 / 24.0)) + 0 + 1) / 3, OfThree(), 1e-12);

        double Value(string name)
        {
            Metric metric = name;
            AddTargets(metric, outputs, targets, size: 2);
            return metric.Value;
        }

        double OfThree()
        {
            var metric = new R2Score();
            AddTargets(metric, Third(outputs), Third(targets), size: 3);
            return metric.Value;
        }

        static float[] Third(float[] numbers) => [.. numbers.Chunk(2).SelectMany(pair => pair.Append(-3f))];
    }

    [Fact]
    public void Nothing_counted_is_no_number()
    {
        foreach (string name in new[] { "accuracy", "top_2_accuracy", "precision", "f1_micro", "roc_auc", "perplexity" })
        {
            Metric metric = name;
            metric.Begin(Task(3, "CrossEntropy", 1, 3));
            Assert.True(double.IsNaN(metric.Value), name);
        }

        foreach (string name in new[] { "mse", "mae", "r2" })
        {
            Metric metric = name;
            metric.Begin(Task(0, "MSE", 1, 3));
            Assert.True(double.IsNaN(metric.Value), name);
        }
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        Assert.Contains("There is no metric 'f2'; expected one of accuracy, top_5_accuracy, precision,", Assert.Throws<ArgumentException>(
            "name", () => Metric.Named("f2")).Message);
        foreach (string name in new[] { "top_0_accuracy", "top__accuracy", "top_-1_accuracy", "top_accuracy", "f1_mean" })
            Assert.Throws<ArgumentException>("name", () => Metric.Named(name));
        Assert.Equal("top_12_accuracy", Metric.Named("top_12_accuracy").Name);
        Refused("accuracy", Task(0, "MSE", 1, 1), "compares classes, and MSE of Net compares with numbers here");
        Refused("r2", Task(3, "CrossEntropy", 1, 3), "compares numbers, and CrossEntropy of Net compares with class labels here");
        Refused("mse", Task(0, "PoissonNLL", 1, 3), "expected MSE, L1, SmoothL1, Huber or BCE");
        Refused("perplexity", Task(2, "BCE", 1, 1), "expected CrossEntropy or NLL");
        Refused("f1_binary", Task(3, "CrossEntropy", 1, 3), "is one of two classes, and Net has 3");
        Refused("top_3_accuracy", Task(3, "CrossEntropy", 1, 3), "is always 1: Net has 3 classes");
        Refused("roc_auc", Task(50_000, "CrossEntropy", 1_000_000, 50_000), "more than an array holds");
        Assert.Throws<ArgumentOutOfRangeException>("k", () => new TopKAccuracy(0));
        Assert.Throws<ArgumentOutOfRangeException>("average", () => new Recall((Average)9));

        static void Refused(Metric metric, MetricTask task, string message) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => metric.Begin(task)).Message);
    }

    private static MetricTask Task(int classes, string loss, int samples, int outputs) =>
        new("Net", loss, classes, outputs, samples, classes > 0 ? 1 : 0);

    private static float[] Scores(int classes, int[] predictions) =>
        [.. predictions.SelectMany(prediction => Enumerable.Range(0, classes).Select(label => label == prediction ? 1f : 0f))];

    private static void Add(Metric metric, int classes, float[] scores, int[] labels, string loss = "CrossEntropy")
    {
        metric.Begin(Task(classes, loss, labels.Length, classes));
        var batch = new MetricBatch(Choice(loss, classes), capacity: 4, classes);
        for (int begin = 0; begin < labels.Length; begin += 4)
        {
            int count = Math.Min(4, labels.Length - begin);
            batch.Take(count, scores.AsSpan(begin * classes, count * classes), labels.AsSpan(begin, count));
            metric.Add(batch);
        }
    }

    private static ClassChoice Choice(string loss, int classes) =>
        new(new LossDescription(loss, LabelForm.Index, 1, classes, TargetIsInput: false), [classes]);

    private static void AddTargets(Metric metric, float[] outputs, float[] targets, int size)
    {
        metric.Begin(Task(0, "MSE", outputs.Length / size, size));
        var batch = new MetricBatch(choice: null, capacity: 1, size);
        for (int begin = 0; begin < outputs.Length; begin += size)
        {
            batch.Take(1, outputs.AsSpan(begin, size), targets.AsSpan(begin, size));
            metric.Add(batch);
        }
    }
}
