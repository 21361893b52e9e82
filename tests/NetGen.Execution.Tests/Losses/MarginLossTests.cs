using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Losses;

/// <summary>
/// PoissonNLL, HingeEmbedding and the losses of margins, beside PyTorch's formulas as obvious loops in double precision; slopes are
/// differences.
/// </summary>
public class MarginLossTests
{
    private const int Samples = 5;
    private const double Tolerance = 2e-5;

    private static readonly double[] Three = [3, 1, 0.5];

    /// <summary>Each with what gives its target (of a place in the batch), and the loss of the whole batch.</summary>
    private static readonly (string Name, string Input, string Loss, Func<int, double> Target, Func<double[], double[], double> Formula)[]
        Cases =
        [
            ("Counts", "Input(7)", "PoissonNLL", Count, (x, t) => Mean(x, t, (o, n) => Math.Exp(o) - (n * o))),
            (
                "CountsInFull", "Input(7)", "PoissonNLL(Full = true, Reduction = Reduction.Sum)", Count,
                (x, t) => x.Length * Mean(x, t, (o, n) => Math.Exp(o) - (n * o) + Stirling(n))),
            (
                "Rates", "Input(3, 2, 2)", "PoissonNLL(LogInput = false, Eps = 3.5, Full = true)", Count,
                (x, t) => Mean(x, t, (o, n) => o - (n * Math.Log(o + 3.5)) + Stirling(n))),
            ("Signs", "Input(7)", "SoftMargin", Sign, (x, t) => Mean(x, t, (o, s) => Math.Log(1 + Math.Exp(-s * o)))),
            (
                "SignsOfSteps", "Input(4, 3)", "SoftMargin(Reduction = Reduction.Sum)", Sign,
                (x, t) => x.Length * Mean(x, t, (o, s) => Math.Log(1 + Math.Exp(-s * o)))),
            ("Near", "Input(7)", "HingeEmbedding", Sign, (x, t) => Mean(x, t, (o, s) => s == 1 ? o : Math.Max(0, 1 - o))),
            (
                "NearByHalf", "Input(19)", "HingeEmbedding(Margin = 0.5, Reduction = Reduction.Sum)", Sign,
                (x, t) => x.Length * Mean(x, t, (o, s) => s == 1 ? o : Math.Max(0, 0.5 - o))),
            ("Classes", "Input(3)", "MultiMargin", i => i % 3, (x, t) => MultiMargin(x, t, 3)),
            ("ClassesSummed", "Input(37)", "MultiMargin(Reduction = Reduction.Sum)", i => i * 8, (x, t) => Samples * MultiMargin(x, t, 37)),
            (
                "ClassesSquared", "Input(3)", "MultiMargin(P = 2, Margin = 0.7, Weight = new[] { 3.0, 1, 0.5 })", i => i % 3,
                (x, t) => MultiMargin(x, t, 3, 2, 0.7, Three)),
            ("ClassesOfSteps", "Input(4, 3)", "MultiMargin(P = 2)", i => i % 3, (x, t) => MultiMargin(x, t, 3, 2)),
            (
                "ClassesOfPixels", "Input(3, 2, 3)", "MultiMargin(Weight = new[] { 3.0, 1, 0.5 })", i => i % 3,
                (x, t) => MultiMargin(ChannelsLast(x, 3, 6), t, 3, weights: Three)),
            ("Lists", "Input(4)", "MultiLabelMargin", i => ListOf(i, 4), (x, t) => MultiLabelMargin(x, t, 4)),
            ("Pair", "Input(2)", "MultiLabelMargin", i => ListOf(i, 2), (x, t) => MultiLabelMargin(x, t, 2)),
            ("One", "Input(1)", "MultiLabelMargin", _ => 0, (x, t) => 0),
            (
                "LongLists", "Input(37)", "MultiLabelMargin(Reduction = Reduction.Sum)", i => ListOf(i, 37),
                (x, t) => Samples * MultiLabelMargin(x, t, 37)),
            ("Labels", "Input(3)", "MultiLabelSoftMargin", Share, (x, t) => Mean(x, t, Logistic)),
            (
                "LabelsSummed", "Input(37)", "MultiLabelSoftMargin(Reduction = Reduction.Sum)", Share,
                (x, t) => Samples * Mean(x, t, Logistic)),
            (
                "LabelsWeighed", "Input(3)", "MultiLabelSoftMargin(Weight = new[] { 3.0, 1, 0.5 })", Share,
                (x, t) => x.Select((o, i) => Three[i % 3] * Logistic(o, t[i])).Average()),
            (
                "LabelsOfPixels", "Input(3, 2, 3)",
                "MultiLabelSoftMargin(Weight = new[] { 3.0, 1, 0.5 }, Reduction = Reduction.Sum)", Share,
                (x, t) => x.Select((o, i) => Three[i / 6 % 3] * Logistic(o, t[i])).Sum() / 3),
        ];

    private static readonly LossNetworks Networks = new("MarginLosses", Cases.Select(row => (row.Name, row.Input, row.Loss)));

    public static TheoryData<string, int> NamesAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach ((string Name, string, string, Func<int, double>, Func<double[], double[], double>) row in Cases)
            {
                foreach (int lanes in VectorWidths.All)
                    data.Add(row.Name, lanes);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(NamesAndWidths))]
    public void Is_as_the_formula_says(string name, int lanes)
    {
        Network network = Networks.Create(name, lanes);
        (string Name, string Input, string Loss, Func<int, double> Target, Func<double[], double[], double> Formula) row =
            Cases.Single(candidate => candidate.Name == name);
        var random = new Random(7);
        double[] x = [.. Enumerable.Range(0, Samples * network.OutputSize).Select(_ => (double)((random.NextSingle() * 4) - 2))];
        bool isIndex = network.Description.Loss!.LabelsPerSample > 0;
        double[] t = [.. Enumerable.Range(0, isIndex ? Samples * network.Description.Loss.LabelsPerSample : x.Length).Select(row.Target)];
        (float loss, float[] gradient) = Networks.Run(
            name, lanes, [.. x.Select(value => (float)value)], isIndex ? [.. t.Select(value => (int)value)] : null,
            isIndex ? null : [.. t.Select(value => (float)value)]);

        double expected = row.Formula(x, t);
        Assert.Equal(expected, loss, Tolerance * (1 + Math.Abs(expected)));
        for (int i = 0; i < x.Length; i++)
        {
            double slope = (row.Formula(Moved(x, i, 1e-5), t) - row.Formula(Moved(x, i, -1e-5), t)) / 2e-5;
            Assert.Equal(slope, gradient[i], Tolerance * (1 + Math.Abs(slope)));
        }
    }

    /// <summary>At a corner PyTorch takes the slope of one side: that of the margin for HingeEmbedding, 0 for the others.</summary>
    [Fact]
    public void A_corner_has_the_slope_that_PyTorch_gives_it()
    {
        int lanes = NetGen.Runtime.VectorWidth.Preferred;
        Assert.Equal([-1 / 7f, 1 / 7f, 0, 0, 0, 0, 0], Networks.Run("Near", lanes, [1, 1, 2, 2, 2, 2, 2], null, [-1, 1, -1, -1, -1, -1, -1])
            .Gradient);
        Assert.All(Networks.Run("Classes", lanes, [2, 1, 0], [0]).Gradient, slope => Assert.Equal(0, slope));
        Assert.All(Networks.Run("Lists", lanes, [2, 1, 1, 0], null, [0, -1, 2, 2]).Gradient, slope => Assert.Equal(0, slope));
    }

    /// <summary>As in PyTorch, what follows the first -1 does not count, and a class that is named twice does so twice.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void A_list_ends_at_its_first_minus_one(int lanes)
    {
        // 1 - 0.25 + 0.5, 1 - 0.25 + 1 and 1 - 0.25 - 1: class 0 against the others.
        (float loss, float[] gradient) = Networks.Run("Lists", lanes, [0.25f, 0.5f, 1, -1], null, [0, -1, 2, 3]);
        Assert.Equal((1.25 + 1.75) / 4, loss, Tolerance);
        LossNetworks.Near([-0.5, 0.25, 0.25, 0], gradient);
        Assert.Equal(2 * (1.25 + 1.75) / 4, Networks.Run("Lists", lanes, [0.25f, 0.5f, 1, -1], null, [0, 0, -1, 3]).Loss, Tolerance);
        Assert.Equal(0, Networks.Run("Lists", lanes, [0.25f, 0.5f, 1, -1], null, [-1, 0, 1, 2]).Loss);
    }

    /// <summary>A mean divides by the number of the other labels.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void A_label_of_minus_one_hundred_is_ignored(int lanes)
    {
        float[] scores = [2, 1.5f, 0, 0.5f, 0, 3];
        (float expected, float[] slopes) = Networks.Run("Classes", lanes, scores[..3], [0]);
        (float loss, float[] gradient) = Networks.Run("Classes", lanes, scores, [0, -100]);
        Assert.Equal(0.5 / 3, expected, Tolerance);
        Assert.Equal(expected, loss);
        Assert.Equal([.. slopes, 0, 0, 0], gradient);
    }

    [Theory, MemberData(nameof(Widths))]
    public void Large_scores_do_not_overflow(int lanes)
    {
        (float loss, float[] gradient) = Networks.Run("Signs", lanes, [200, -200, 0, 0, 0, 0, 0], null, [1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal((200 + (5 * Math.Log(2))) / 7, loss, 1e-4);
        LossNetworks.Near([0, -1 / 7.0, .. Enumerable.Repeat(-0.5 / 7, 5)], gradient);
    }

    [Fact]
    public void A_class_that_does_not_exist_is_refused()
    {
        Network network = Networks.Create("Lists", NetGen.Runtime.VectorWidth.Preferred);
        using Trainer trainer = network.CreateTrainer(new SGD(), batchSize: 1, threads: 1);
        Assert.StartsWith(
            "Target 1 (sample 0, target 1 of it) is 4; MultiLabelMargin takes class indices, 0 to 3, and -1 after the last.",
            Assert.Throws<ArgumentException>("targets", () => trainer.Step(new float[4], [0f, 4, -1, -1])).Message,
            StringComparison.Ordinal);
    }

    public static TheoryData<int> Widths => VectorWidths.Data;

    private static double Mean(double[] x, double[] t, Func<double, double, double> loss) => x.Zip(t, loss).Average();

    private static double Count(int i) => i % 4;

    private static double Sign(int i) => i % 3 == 0 ? 1 : -1;

    private static double Share(int i) => i % 4 / 3.0;

    /// <summary>Some classes of each sample, in no order, and a -1 behind them.</summary>
    private static double ListOf(int i, int classes)
    {
        int place = i % classes;
        return place < (i / classes % 3) + 1 && place < classes - 1 ? ((i / classes) + (place * (classes - 1))) % classes : -1;
    }

    private static double Stirling(double n) => n > 1 ? (n * Math.Log(n)) - n + (0.5 * Math.Log(2 * Math.PI * n)) : 0;

    private static double Logistic(double x, double t) => (t * Math.Log(1 + Math.Exp(-x))) + ((1 - t) * Math.Log(1 + Math.Exp(x)));

    private static double MultiMargin(double[] x, double[] labels, int classes, int p = 1, double margin = 1, double[]? weights = null)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            int label = (int)labels[row];
            for (int c = 0; c < classes; c++)
            {
                if (c != label)
                    sum += (weights?[label] ?? 1)
                        * Math.Pow(Math.Max(0, margin - x[(row * classes) + label] + x[(row * classes) + c]), p) / classes;
            }
        }

        return sum / labels.Length;
    }

    private static double MultiLabelMargin(double[] x, double[] targets, int classes)
    {
        double sum = 0;
        for (int row = 0; row < Samples; row++)
        {
            int[] has = [.. targets.Skip(row * classes).Take(classes).TakeWhile(target => target >= 0).Select(target => (int)target)];
            foreach (int own in has)
            {
                for (int c = 0; c < classes; c++)
                {
                    if (!has.Contains(c))
                        sum += Math.Max(0, 1 - x[(row * classes) + own] + x[(row * classes) + c]) / classes;
                }
            }
        }

        return sum / Samples;
    }

    private static double[] ChannelsLast(double[] x, int channels, int positions) =>
        [.. Enumerable.Range(0, x.Length).Select(i =>
            x[(i / (channels * positions) * channels * positions) + (i % channels * positions) + (i / channels % positions)])];

    private static double[] Moved(double[] x, int index, double distance) =>
        [.. x.Select((value, i) => i == index ? value + distance : value)];
}
