using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public class NegatedLabelsTests
{
    private const int Classes = 5, Stride = 7, LossStride = 3;

    private static readonly int[] Labels = [4, 0, -1, 2];

    [Fact]
    public void The_loss_is_the_negated_output_of_the_label()
    {
        float[] outputs = [.. Enumerable.Range(0, Labels.Length * Stride).Select(i => 0.5f + i)];
        float[] losses = Filled(Labels.Length * LossStride);
        NegatedLabels.Losses(Labels, ref outputs[0], Stride, ref losses[0], LossStride, 1, 4);
        Assert.Equal([9, 9, 9, -7.5f, 9, 9, 0, 9, 9, -23.5f, 9, 9], losses);
    }

    [Fact]
    public void The_gradient_is_zero_but_for_the_label()
    {
        float[] scale = [.. Enumerable.Range(1, Labels.Length * LossStride).Select(i => (float)i)];
        float[] gradient = Filled(Labels.Length * Classes);
        NegatedLabels.Gradient(Labels, ref scale[0], LossStride, ref gradient[0], Classes, 1, 4);
        Assert.Equal([9, 9, 9, 9, 9, -4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -10, 0, 0], gradient);
    }

    private static float[] Filled(int count)
    {
        var numbers = new float[count];
        Array.Fill(numbers, 9);
        return numbers;
    }
}
