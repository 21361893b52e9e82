using NetGen.Compiler.Lowering;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Losses;

/// <summary>
/// Logits of −∞, as masked classes have, and the largest floats: a class that the label gives nothing adds nothing, though its logarithm is
/// −∞.
/// </summary>
public class InfiniteLogitsTests
{
    private const float None = float.NegativeInfinity;
    private const float Huge = 3.4e38f;
    private const double Ln2 = 0.69314718055994530942;
    private const double Tolerance = 1e-5;

    private static readonly (string Name, string Input, string Loss)[] All =
    [
        ("Three", "Input(3)", "CrossEntropy"),
        ("Four", "Input(4)", "CrossEntropy"),
        ("Wide", "Input(37)", "CrossEntropy"),
        ("Weighted", "Input(3)", "CrossEntropy(Weight = new[] { 2.0, 1, 0.5 })"),
        ("Smooth", "Input(4)", "CrossEntropy(LabelSmoothing = 0.2)"),
        ("Ignored", "Input(3)", "CrossEntropy(IgnoreIndex = 1)"),
        ("Steps", "Input(2, 3)", "CrossEntropy"),
        ("Log", "Input(3)", "LogSoftmax, NLL"),
        ("LogFour", "Input(4)", "LogSoftmax, NLL"),
        ("LogWeighted", "Input(3)", "LogSoftmax, NLL(Weight = new[] { 2.0, 1, 0.5 })"),
        ("Given", "Input(3)", "NLL"),
        ("Divergence", "Input(3)", "LogSoftmax, KLDiv(Reduction = Reduction.Sum)"),
        ("LogDivergence", "Input(3)", "LogSoftmax, KLDiv(LogTarget = true, Reduction = Reduction.Sum)"),
    ];

    private static readonly LossNetworks Networks = new("InfiniteLogits", All);

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void A_masked_class_adds_nothing(int lanes)
    {
        foreach (string name in (string[])["Three", "Weighted", "Ignored", "Log", "LogWeighted"])
            Check(name, lanes, [0, None, 0], [0], Ln2, name[0] == 'L' ? null : [-0.5, 0, 0.5]);
        Check("Given", lanes, [-1, None, None], [0], 1, [-1, 0, 0]);

        // Of several steps; the second has its own label, the mean is that of both.
        Check("Steps", lanes, [0, None, 0, 0, 0, None], [0, 1], Ln2, [-0.25, 0, 0.25, 0.25, -0.25, 0]);

        // An ignored position counts nothing, whatever its scores are.
        Check("Steps", lanes, [0, None, 0, None, None, 0], [0, -100], Ln2, [-0.5, 0, 0.5, 0, 0, 0]);

        float[] wide = new float[37];
        Array.Fill(wide, None);
        (wide[5], wide[36]) = (0, 0);
        double[] slopes = new double[37];
        (slopes[5], slopes[36]) = (0.5, -0.5);
        Check("Wide", lanes, wide, [36], Ln2, slopes);
    }

    [Theory, MemberData(nameof(Widths))]
    public void The_largest_floats_do_not_overflow_into_NaN(int lanes)
    {
        Check("Four", lanes, [Huge, -Huge, 0, 0], [0], 0, [0, 0, 0, 0]);
        Check("LogFour", lanes, [Huge, -Huge, 0, 0], [0], 0, null);
    }

    /// <summary>The label's own class at −∞ loses infinitely much, as in PyTorch; what is learnt from it is finite.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void A_masked_label_loses_infinitely_much(int lanes)
    {
        Check("Three", lanes, [0, None, 0], [1], double.PositiveInfinity, [0.5, -1, 0.5]);
        Check("Smooth", lanes, [0, None, 0, None], [0], double.PositiveInfinity, [0.5 - 0.85, -0.05, 0.5 - 0.05, -0.05]);
    }

    [Theory, MemberData(nameof(Widths))]
    public void A_probability_of_0_adds_nothing(int lanes)
    {
        Check("Three", lanes, [0, None, 0], null, Ln2, [0.5 - 0.25, 0, 0.5 - 0.75], [0.25f, 0, 0.75f]);
        Check("Four", lanes, [Huge, -Huge, 0, 0], null, 0, [0, 0, 0, 0], [1, 0, 0, 0]);
        Check("Divergence", lanes, [0, None, 0], null, 0, null, [0.5f, 0, 0.5f]);
        Check("LogDivergence", lanes, [0, None, 0], null, 0, null, [(float)-Ln2, None, (float)-Ln2]);
    }

    [Theory, MemberData(nameof(Widths))]
    public void NaN_is_not_hidden(int lanes)
    {
        Check("Three", lanes, [0, float.NaN, 0], [0], double.NaN, null);
        Check("Three", lanes, [0, 1, 0], null, double.NaN, null, [0.5f, float.NaN, 0.5f]);
    }

    [Fact]
    public void The_library_agrees()
    {
        Span<float> slopes = stackalloc float[3];
        Assert.Equal(Ln2, Loss.CrossEntropy([0, None, 0], [0], slopes), Tolerance);
        Assert.Equal([-0.5f, 0, 0.5f], slopes);
        Assert.Equal(0, Loss.CrossEntropy([Huge, -Huge, 0, 0], [0]));
        Assert.Equal(Ln2, Loss.CrossEntropy([0, None, 0], [0.25f, 0, 0.75f], classes: 3), Tolerance);
        Assert.Equal(1, Loss.NLL([-1, None, None], [0]));
        Assert.Equal(0, Loss.KLDiv([(float)-Ln2, None, (float)-Ln2], [(float)-Ln2, None, (float)-Ln2], logTarget: true), Tolerance);
    }

    private static void Check(
        string name, int lanes, float[] logits, int[]? labels, double loss, double[]? gradient, float[]? targets = null)
    {
        Network network = Networks.Create(name, lanes);
        var pass = new PassInput(1, logits, null, labels, targets);
        PassResult result = new TrainingPass(network, 3, NetGen.Runtime.Workers.Single, lossOfIndices: labels is not null).Run(pass);
        Same(loss, result.Loss!.Value, name);
        if (lanes == 16)
        {
            (_, string input, string kind) = All.Single(one => one.Name == name);
            LoweredNetwork lowered = NetworkCompilation.Plan(name, LossNetworks.Text(name, input, kind)).Lowered;
            ReferenceResult expected = ReferencePass.Run(lowered, ReferenceParameters.Of(network, lowered), pass, [.. logits]);
            Same(loss, expected.Loss!.Value, name + ", interpreted");
            if (gradient is not null)
                LossNetworks.Near(gradient, [.. expected.OutputGradient!.Select(slope => (float)slope)]);
        }

        if (gradient is not null)
            LossNetworks.Near(gradient, result.OutputGradient);
        if (!double.IsNaN(loss))
            Assert.All(result.InputGradient!, slope => Assert.True(float.IsFinite(slope), $"{name}: {slope}"));
    }

    private static void Same(double expected, double actual, string what) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= Tolerance, $"{what}: {actual}, not {expected}");
}
