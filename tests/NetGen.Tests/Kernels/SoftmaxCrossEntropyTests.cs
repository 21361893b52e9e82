using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Softmax, cross-entropy and its gradient beside the formula in double precision, at every width.</summary>
public class SoftmaxCrossEntropyTests
{
    private const int Stride = 16, Samples = 21, First = 2;

    private const float Scale = 0.125f;

    public static TheoryData<int> Classes => [2, 3, 10, 15, 16];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Class_indices_count_once(int classes)
    {
        EveryWidth.Run(Check<SimdScalar, float>, classes, true);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Values_count_by_their_size(int classes)
    {
        EveryWidth.Run(Check<SimdScalar, float>, classes, false);
    }

    [Fact]
    public void An_impossible_class_without_target_adds_nothing()
    {
        float[] logits = new float[Stride], losses = new float[Stride], gradient = new float[Stride];
        (logits[0], logits[1]) = (1, float.NegativeInfinity);
        SoftmaxCrossEntropy.OfIndices<Simd256, Vector256<float>>(ref logits[0], Stride, [0], ref losses[0], ref gradient[0], 2, 1, 0, 1);
        Assert.Equal(0, losses[0]);
        Assert.Equal(0, gradient[0]);
        Assert.InRange(gradient[1], 0, 1e-29f);
    }

    private static void Check<S, V>(int classes, bool ofIndices)
        where S : ISimd<V>
        where V : struct
    {
        var random = new Random(classes);
        float[] logits = Numbers(), targets = Numbers(), losses = Numbers(), gradient = Numbers();
        int[] labels = [.. Enumerable.Range(0, Samples).Select(sample => sample == 5 ? int.MinValue : random.Next(classes))];
        if (ofIndices)
            SoftmaxCrossEntropy.OfIndices<S, V>(
                ref logits[0], Stride, labels, ref losses[0], ref gradient[0], classes, Scale, First, Samples);
        else
            SoftmaxCrossEntropy.OfValues<S, V>(
                ref logits[0], Stride, ref targets[0], ref losses[0], ref gradient[0], classes, Scale, First, Samples);
        for (int sample = First; sample < Samples; sample++)
        {
            double[] x = [.. Enumerable.Range(0, classes).Select(i => (double)logits[(sample * Stride) + i])];
            double Target(int i) => !ofIndices ? targets[(sample * Stride) + i] : labels[sample] == i ? 1 : 0;
            double[] t = [.. Enumerable.Range(0, classes).Select(Target)];
            double total = x.Sum(value => Math.Exp(value));
            Near(x.Zip(t, (value, target) => target * Math.Log(Math.Exp(value) / total)).Sum(), losses[sample * Stride]);
            for (int i = 0; i < classes; i++)
                Near(((Math.Exp(x[i]) / total * t.Sum()) - t[i]) * Scale, gradient[(sample * Stride) + i]);
            for (int i = classes; i < Stride; i++)
                Assert.Equal(0, gradient[(sample * Stride) + i]);
        }

        float[] Numbers() => [.. Enumerable.Range(0, Samples * Stride).Select(_ => (random.NextSingle() * 4) - 2)];
    }

    private static void Near(double expected, float actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-5 * (1 + Math.Abs(expected)), $"{expected} expected, {actual} came");
}
