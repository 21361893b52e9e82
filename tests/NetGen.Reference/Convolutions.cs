using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Window with weights. Images are [height, width, channels], weights [kernel height, kernel width, channels of a group, output channels].</summary>
internal static class Convolutions
{
    /// <summary>out[y, x, o] = Σ image[y·stride + ky·dilation, x·stride + kx·dilation, group(o)·C + c] · weight[ky, kx, c, o].</summary>
    public static TensorValue Convolve(Convolution node, TensorValue image, TensorValue weight)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        foreach (Tap tap in Taps(node.Geometry, node.Shape, image.Samples, weight.Shape))
            result[tap.Sample, tap.Y, tap.X, tap.Output] +=
                image[tap.Sample, tap.ImageY, tap.ImageX, tap.ImageChannel] * weight[0, tap.KernelY, tap.KernelX, tap.Channel, tap.Output];
        return result;
    }

    /// <summary>Every product of the forward sum, by the output's gradient in the place of the weight.</summary>
    public static TensorValue WeightGradient(ConvolutionWeightGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        foreach (Tap tap in Taps(node.Geometry, gradient.Shape, image.Samples, node.Shape))
            result[0, tap.KernelY, tap.KernelX, tap.Channel, tap.Output] +=
                image[tap.Sample, tap.ImageY, tap.ImageX, tap.ImageChannel] * gradient[tap.Sample, tap.Y, tap.X, tap.Output];
        return result;
    }

    /// <summary>All products that a convolution adds up.</summary>
    private static IEnumerable<Tap> Taps(ConvolutionGeometry geometry, TensorShape output, int samples, TensorShape weight)
    {
        int outputsOfGroup = weight[3] / geometry.Groups;
        for (int sample = 0; sample < samples; sample++)
        {
            foreach (int[] at in Indices.Of(output.Sizes))
            {
                (int y, int x, int o) = (at[0], at[1], at[2]);
                int firstChannel = o / outputsOfGroup * weight[2];
                foreach (int[] kernel in Indices.Of([weight[0], weight[1], weight[2]]))
                {
                    yield return new Tap(
                        sample, y, x, o, kernel[0], kernel[1], kernel[2],
                        (y * geometry.StrideHeight) + (kernel[0] * geometry.DilationHeight),
                        (x * geometry.StrideWidth) + (kernel[1] * geometry.DilationWidth),
                        firstChannel + kernel[2]);
                }
            }
        }
    }

    private readonly record struct Tap(
        int Sample, int Y, int X, int Output, int KernelY, int KernelX, int Channel, int ImageY, int ImageX, int ImageChannel);
}
