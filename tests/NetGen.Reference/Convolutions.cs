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

    /// <summary>An image with zeros around it.</summary>
    public static TensorValue Framed(TensorValue image, Margins margins)
    {
        TensorShape shape = margins.Around(image.Shape);
        var framed = new TensorValue(shape, image.Samples);
        (int row, int framedRow) = (image.Shape[1] * image.Shape[2], shape[1] * shape[2]);
        for (int sample = 0; sample < image.Samples; sample++)
            for (int y = 0; y < image.Shape[0]; y++)
                Array.Copy(
                    image.Data,
                    ((sample * image.Shape[0]) + y) * row,
                    framed.Data,
                    (((sample * shape[0]) + y + margins.Top) * framedRow) + (margins.Left * image.Shape[2]),
                    row);
        return framed;
    }

    /// <summary>An image without its margins.</summary>
    public static TensorValue Unframed(TensorValue framed, TensorShape shape, Margins margins)
    {
        var image = new TensorValue(shape, framed.Samples);
        for (int sample = 0; sample < image.Samples; sample++)
            foreach (int[] at in Indices.Of(shape.Sizes))
                image[sample, at] = framed[sample, at[0] + margins.Top, at[1] + margins.Left, at[2]];
        return image;
    }

    /// <summary>Several images added up.</summary>
    public static TensorValue Sum(IEnumerable<TensorValue> images) => images.Aggregate((sum, image) =>
    {
        for (int place = 0; place < sum.Data.Length; place++)
            sum.Data[place] += image.Data[place];
        return sum;
    });

    /// <summary>Every product of the forward sum, with the output's gradient in the place of the weight.</summary>
    public static TensorValue WeightGradient(ConvolutionWeightGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        ForEachProduct(node.Geometry, image, gradient.Shape, result.Shape, (imagePlace, weightPlace, outputPlace) =>
            result.Data[weightPlace] += image.Data[imagePlace] * gradient.Data[outputPlace]);
        return result;
    }

    /// <summary>The gradient of the weight as [output channels, kernel height, kernel width · channels as they lie in memory].</summary>
    public static TensorValue PooledWeightGradient(PooledWeightGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        (int width, int channels, int row) = (node.Geometry.KernelWidth, image.Shape.Inner, image.Shape.PaddedInner);
        var weight = TensorShape.Unbatched(node.Geometry.KernelHeight, width, channels, gradient.Shape.Inner);
        ForEachProduct(node.Geometry, image, gradient.Shape, weight, (imagePlace, weightPlace, outputPlace) =>
        {
            (int place, int output) = (weightPlace / weight[3], weightPlace % weight[3]);
            (int ky, int kx, int c) = (place / (width * channels), place / channels % width, place % channels);
            result.Data[(((output * weight[0]) + ky) * width * row) + (kx * row) + c] += image.Data[imagePlace] * gradient.Data[outputPlace];
        });
        return result;
    }

    /// <summary>Every product of the forward sum, with the output's gradient in the place of the image.</summary>
    public static TensorValue InputGradient(TensorShape image, ConvolutionGeometry geometry, TensorValue gradient, TensorValue weight)
    {
        var result = new TensorValue(image, gradient.Samples);
        int block = weight.Shape[4];
        var forward = TensorShape.Unbatched(weight.Shape[2], weight.Shape[3], image.Inner, gradient.Shape.Inner);
        ForEachProduct(geometry, result, gradient.Shape, forward, (imagePlace, weightPlace, outputPlace) =>
        {
            (int place, int output) = (weightPlace / forward[3], weightPlace % forward[3]);
            (int tap, int c) = (place / forward[2], place % forward[2]);
            int turned = (((((c / block * forward[3]) + output) * forward[0] * forward[1]) + tap) * block) + (c % block);
            result.Data[imagePlace] += gradient.Data[outputPlace] * weight.Data[turned];
        });
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
