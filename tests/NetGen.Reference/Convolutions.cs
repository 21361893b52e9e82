using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Window with weights. Images are [height, width, channels], weights [kernel height, kernel width, channels of a group, output channels].</summary>
internal static class Convolutions
{
    /// <summary>out[y, x, o] = Σ image[y·stride + ky·dilation, x·stride + kx·dilation, group(o)·C + c] · weight[ky, kx, c, o].</summary>
    public static TensorValue Convolve(Convolution node, TensorValue image, TensorValue weight)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        ForEachProduct(node.Geometry, image, result.Shape, weight.Shape, (imagePlace, weightPlace, outputPlace) =>
            result.Data[outputPlace] += image.Data[imagePlace] * weight.Data[weightPlace]);
        return result;
    }

    /// <summary>Every product of the forward sum, with the output's gradient in the place of the weight.</summary>
    public static TensorValue WeightGradient(ConvolutionWeightGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        ForEachProduct(node.Geometry, image, gradient.Shape, result.Shape, (imagePlace, weightPlace, outputPlace) =>
            result.Data[weightPlace] += image.Data[imagePlace] * gradient.Data[outputPlace]);
        return result;
    }

    /// <summary>All products that a convolution adds up: where the pixel, the weight and the output stand.</summary>
    private static void ForEachProduct(
        ConvolutionGeometry geometry, TensorValue image, TensorShape output, TensorShape weight, Action<int, int, int> multiply)
    {
        int channels = weight[2];
        int outputsOfGroup = weight[3] / geometry.Groups;
        for (int sample = 0; sample < image.Samples; sample++)
            for (int y = 0; y < output[0]; y++)
                for (int x = 0; x < output[1]; x++)
                    for (int ky = 0; ky < weight[0]; ky++)
                        for (int kx = 0; kx < weight[1]; kx++)
                            for (int c = 0; c < channels; c++)
                                for (int o = 0; o < weight[3]; o++)
                                {
                                    int imageY = (y * geometry.StrideHeight) + (ky * geometry.DilationHeight);
                                    int imageX = (x * geometry.StrideWidth) + (kx * geometry.DilationWidth);
                                    int imageChannel = (o / outputsOfGroup * channels) + c;
                                    multiply(
                                        (((((sample * image.Shape[0]) + imageY) * image.Shape[1]) + imageX) * image.Shape[2]) + imageChannel,
                                        (((((ky * weight[1]) + kx) * channels) + c) * weight[3]) + o,
                                        (((((sample * output[0]) + y) * output[1]) + x) * output[2]) + o);
                                }
    }
}
