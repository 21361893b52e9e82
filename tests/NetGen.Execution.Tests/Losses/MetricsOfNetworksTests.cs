using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Losses;

/// <summary>What metrics see of networks whose outputs are what goes in: the scores of each label, wherever they lie.</summary>
public class MetricsOfNetworksTests
{
    private static readonly LossNetworks Networks = new("Metrics",
    [
        ("Logit", "Input(1)", "BCEWithLogits"),
        ("Probability", "Input(1)", "Sigmoid, BCE"),
        ("Steps", "Input(3, 5)", "CrossEntropy(IgnoreIndex = 4)"),
        ("Pixels", "Input(3, 2, 2)", "CrossEntropy"),
        ("Padded", "Input(4, PaddingToken = 0), Embedding(6, 3)", "CrossEntropy"),
        ("Numbers", "Input(2)", "MSE"),
        ("Vocabulary", "Input(3000)", "CrossEntropy"),
    ]);

    /// <summary>Positives score −2, 1, 3, negatives −1, 1, −5: of nine pairs 6½ are in order, and of three predictions two right.</summary>
    [Theory]
    [InlineData("Logit")]
    [InlineData("Probability")]
    public void A_single_score_is_one_of_two_classes(string name)
    {
        Evaluation evaluation = Evaluate(
            name, new ArrayDataSet(new float[] { -2, 1, 3, -1, 1, -5 }, new[] { 1, 1, 1, 0, 0, 0 }, classes: 2, [1]),
            "roc_auc", "precision", "f1_micro");
        Assert.Equal(6.5 / 9, evaluation["roc_auc"], 1e-12);
        Assert.Equal(2 / 3.0, evaluation["precision"], 1e-12);
        Assert.Equal(evaluation.Accuracy, evaluation["f1_micro"]);
    }

    /// <summary>Two samples of three steps, each of five classes; the labels 4 are ignored.</summary>
    [Fact]
    public void Labels_of_steps_have_their_scores_beside_each_other()
    {
        float[] scores = [0, 3, 1, 2, 9, 1, 0, 0, 0, 0, 5, 4, 3, 2, 1, 0, 0, 7, 0, 0, 0, 0, 0, 1, 0, 1, 2, 3, 4, 5];
        Evaluation evaluation = Evaluate(
            "Steps", new ArrayDataSet(scores, new[] { 1, 4, 1, 2, 0, 4 }, classes: 5, [3, 5]),
            "accuracy", "top_2_accuracy", "recall_macro");

        // Counted are 1 (second of five), 1 (second), 2 (first), 0 (second, the first of equals).
        Assert.Equal((1 / 4.0, 1), (evaluation["accuracy"], evaluation["top_2_accuracy"]));

        // Classes 0, 1 and 2 are labels, 0, 2, 3 and 4 predictions: recall 0, 0, 1, 0, 0.
        Assert.Equal(1 / 5.0, evaluation["recall_macro"], 1e-12);
        Assert.Equal(evaluation.Accuracy, evaluation["accuracy"]);
    }

    /// <summary>Three classes of four pixels: the scores of a pixel lie four apart.</summary>
    [Fact]
    public void Labels_of_pixels_have_their_scores_apart()
    {
        float ln2 = MathF.Log(2);
        float[] scores = [ln2, 0, 0, ln2, 0, ln2, 0, 0, 0, 0, ln2, 0];
        Evaluation evaluation = Evaluate(
            "Pixels", new ArrayDataSet(scores, new[] { 0, 1, 2, 2 }, classes: 3, [3, 2, 2]), "accuracy", "perplexity", "roc_auc");
        Assert.Equal(0.75, evaluation["accuracy"]);
        Assert.Equal(Math.Pow(2 * 2 * 2 * 4, 0.25), evaluation["perplexity"], 1e-5);
        Assert.Equal(Math.Exp(evaluation.Loss), evaluation["perplexity"], 1e-5);

        // Class 0: ½ beside ¼ ¼ ½; class 1: ½ beside ¼ ¼ ¼; class 2: ½ ¼ beside ¼ ¼.
        Assert.Equal(((2.5 / 3) + 1 + (3 / 4.0)) / 3, evaluation["roc_auc"], 1e-12);
    }

    /// <summary>Labels of padding may be anything, and no metric sees them.</summary>
    [Fact]
    public void Padding_does_not_count()
    {
        int[] tokens = [1, 2, 0, 0, 3, 0, 0, 0, 4, 5, 1, 2];
        Network network = Networks.Create("Padded", lanes: 8);
        int[] predicted = [.. network.Predict(tokens).Chunk(3).Select(row => Array.IndexOf(row, row.Max()))];
        int[] right = [.. predicted.Select((prediction, step) => tokens[step] == 0 ? -9 : prediction)];
        int[] wrong = [.. right.Select((label, step) => step == 4 ? (label + 1) % 3 : label)];
        foreach ((int[] labels, double expected) in new[] { (right, 1.0), (wrong, 6 / 7.0) })
        {
            Evaluation evaluation = network.Evaluate(
                new ArrayDataSet(tokens, 4, 6, labels, 3), threads: 1, metrics: ["accuracy", "f1_micro", "perplexity"]);
            Assert.Equal((expected, expected), (evaluation["accuracy"], evaluation["f1_micro"]));
            Assert.Equal(Math.Exp(evaluation.Loss), evaluation["perplexity"], 1e-5);
        }
    }

    [Fact]
    public void Numbers_are_compared_with_their_targets()
    {
        Evaluation evaluation = Evaluate(
            "Numbers", new ArrayDataSet(new float[] { 1, 2, 3, 4, 5, 6 }, new float[] { 1, 4, 4, 4, 5, 7 }, [2]), "mse", "mae", "r2");
        Assert.Equal((6 / 6.0, 4 / 6.0), (evaluation["mse"], evaluation["mae"]));
        Assert.Equal(evaluation.Loss, evaluation["mse"], 1e-6);

        // Of the first number 1 and 26/3 − 0, of the second 5 and 6.
        Assert.Equal((1 - (1 / (26 / 3.0)) + 1 - (5 / 6.0)) / 2, evaluation["r2"], 1e-6);
    }

    /// <summary>A batch is 64 samples, and some of the samples of the last are left of the batch before.</summary>
    [Fact]
    public void All_batches_count()
    {
        var random = new Random(2);
        float[] logits = [.. Enumerable.Range(0, 150).Select(_ => (float)random.Next(-5, 6))];
        int[] labels = [.. logits.Select(logit => random.Next(-5, 6) < logit ? 1 : 0)];
        Evaluation evaluation = Evaluate("Logit", new ArrayDataSet(logits, labels, classes: 2, [1]), "recall", "precision", "roc_auc");
        double both = logits.Zip(labels).Count(pair => pair is { First: > 0, Second: 1 });
        Assert.Equal(both / labels.Sum(), evaluation["recall"], 1e-12);
        Assert.Equal(both / logits.Count(logit => logit > 0), evaluation["precision"], 1e-12);
        double ordered = 0;
        for (int i = 0; i < 150; i++)
        {
            for (int j = 0; j < 150; j++)
                ordered += labels[i] == 1 && labels[j] == 0 ? logits[i] > logits[j] ? 1 : logits[i] == logits[j] ? 0.5 : 0 : 0;
        }

        Assert.Equal(ordered / ((double)labels.Sum() * (150 - labels.Sum())), evaluation["roc_auc"], 1e-12);
    }

    /// <summary>Of 3,000 classes a table would have nine million cells.</summary>
    [Fact]
    public void Many_classes_need_no_table_of_classes_by_classes()
    {
        const int Classes = 3000;
        float[] scores = new float[4 * Classes];
        (scores[7], scores[Classes + 8], scores[(2 * Classes) + 7], scores[(3 * Classes) + 2999]) = (1, 1, 1, 1);
        var data = new ArrayDataSet(scores, new[] { 7, 8, 8, 2999 }, Classes, [Classes]);
        Network network = Networks.Create("Vocabulary", lanes: 8);
        network.Evaluate(data, threads: 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Evaluation evaluation = network.Evaluate(data, threads: 1, metrics: ["f1_macro", "precision_weighted"]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + 1) / 3, evaluation["f1_macro"], 1e-12);
        Assert.Equal((0.5 + 2 + 1) / 4, evaluation["precision_weighted"], 1e-12);
        Assert.Equal(1, evaluation.Confusion![8, 7]);
    }

    private static Evaluation Evaluate(string name, IDataSet data, params string[] metrics) =>
        Networks.Create(name, lanes: 8).Evaluate(data, threads: 1, metrics: [.. metrics.Select(Metric.Named)]);
}
