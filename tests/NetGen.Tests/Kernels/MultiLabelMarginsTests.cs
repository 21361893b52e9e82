using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Beside all pairs of classes, at every width.</summary>
public class MultiLabelMarginsTests
{
    private const int Samples = 6, First = 1, LossStride = 2;

    public static TheoryData<int> Classes => [1, 2, 7, 16, 37, 100];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Each_class_that_a_sample_has_is_compared_with_all_that_it_has_not(int classes) =>
        EveryWidth.Run(Check<SimdScalar, float>, classes, 0);

    [Theory]
    [MemberData(nameof(Classes))]
    public void Rows_may_have_padding(int classes) => EveryWidth.Run(Check<SimdScalar, float>, classes, 5);

    private static void Check<S, V>(int classes, int padding)
        where S : ISimd<V>
        where V : struct
    {
        var random = new Random(classes);
        int stride = classes + padding;
        float[] outputs = new float[Samples * stride], targets = new float[Samples * stride], scale = new float[Samples * LossStride];
        float[] losses = new float[Samples * LossStride], gradient = new float[Samples * stride];
        for (int i = 0; i < outputs.Length; i++)
            (outputs[i], gradient[i]) = ((random.NextSingle() * 3) - 1, 9);
        for (int sample = 0; sample < Samples; sample++)
        {
            scale[sample * LossStride] = random.NextSingle();

            // None, one, two, ..., of which some are the same; what is behind the first negative number does not count.
            for (int place = 0; place < classes; place++)
                targets[(sample * stride) + place] =
                    place < sample ? random.Next(classes) : place == sample ? -1 : random.Next(-1, classes);
        }

        MultiLabelMargins.Losses<S, V>(
            ref outputs[0], stride, ref targets[0], stride, ref losses[0], LossStride, classes, First, Samples);
        MultiLabelMargins.Gradient<S, V>(
            ref scale[0], LossStride, ref outputs[0], stride, ref targets[0], stride, ref gradient[0], stride, classes, First, Samples);
        Assert.Equal(0, losses[0]);
        Assert.All(gradient[..stride], number => Assert.Equal(9, number));
        for (int sample = First; sample < Samples; sample++)
        {
            double loss = 0;
            var expected = new double[stride];
            float[] x = outputs[(sample * stride)..], target = targets[(sample * stride)..];
            int[] has = [.. target.Take(classes).TakeWhile(number => number >= 0).Select(number => (int)number)];
            foreach (int one in has)
                for (int other = 0; other < classes; other++)
                    if (!has.Contains(other) && 1 - x[one] + x[other] is > 0 and var missing)
                    {
                        loss += missing / classes;
                        expected[one] -= scale[sample * LossStride] / classes;
                        expected[other] += scale[sample * LossStride] / classes;
                    }

            Assert.Equal(loss, losses[sample * LossStride], 1e-4);
            for (int i = 0; i < stride; i++)
                Assert.Equal(expected[i], gradient[(sample * stride) + i], 1e-5);
        }
    }
}
