using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>
/// The form Window with weights. Images are [height, width, channels]. Weights are [kernel height, kernel
/// width, channels of a group, output channels].
/// </summary>
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

    /// <summary>Several images added up.</summary>
    public static TensorValue Sum(IEnumerable<TensorValue> images) => images.Aggregate((sum, image) =>
    {
        for (int place = 0; place < sum.Data.Length; place++)
            sum.Data[place] += image.Data[place];
        return sum;
    });

    /// <summary>
    /// Every product of the forward sum, with the output's gradient for the weight; over the batch or for each sample.
    /// </summary>
    public static TensorValue WeightGradient(ConvolutionWeightGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        int ofSample = node.IsOfSample ? node.Shape.Count : 0;
        ForEachProduct(node.Geometry, image, gradient.Shape, result.Shape, (imagePlace, weightPlace, outputPlace) =>
            result.Data[(outputPlace / gradient.Shape.Count * ofSample) + weightPlace]
                += image.Data[imagePlace] * gradient.Data[outputPlace]);
        return result;
    }

    /// <summary>The gradient of the weight as [output channels, kernel height, kernel width · channels as they lie in memory].</summary>
    public static TensorValue SparseWeightGradient(SparseWeightGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        (int width, int channels, int row) = (node.Geometry.KernelWidth, image.Shape.Inner, image.Shape.PaddedInner);
        var weight = TensorShape.Unbatched(node.Geometry.KernelHeight, width, channels, gradient.Shape.Inner);
        ForEachProduct(node.Geometry, image, gradient.Shape, weight, (imagePlace, weightPlace, outputPlace) =>
        {
            (int place, int output) = (weightPlace / weight[3], weightPlace % weight[3]);
            (int ky, int kx, int c) = (place / (width * channels), place / channels % width, place % channels);
            result.Data[(((output * weight[0]) + ky) * width * row) + (kx * row) + c]
                += image.Data[imagePlace] * gradient.Data[outputPlace];
        });
        return result;
    }

    /// <summary>
    /// Each position of x adds its values times the window's weights to the pixels under
    /// the window, as far as the image has them.
    /// </summary>
    public static TensorValue Transposed(TensorShape shape, TransposedTerm term, TensorValue x, TensorValue weight)
    {
        var image = new TensorValue(shape, x.Samples);
        ConvolutionGeometry geometry = term.Geometry;
        int channels = weight.Shape[2];
        int outputsOfGroup = weight.Shape[3] / geometry.Groups;
        for (int sample = 0; sample < x.Samples; sample++)
            foreach (int[] at in Indices.Of(x.Shape.Sizes))
                foreach (int[] tap in Indices.Of([weight.Shape[0], weight.Shape[1], channels]))
                {
                    int row = (at[0] * geometry.StrideHeight) + (tap[0] * geometry.DilationHeight) - term.Top;
                    int column = (at[1] * geometry.StrideWidth) + (tap[1] * geometry.DilationWidth) - term.Left;
                    if (row >= 0 && row < shape[0] && column >= 0 && column < shape[1])
                        image[sample, row, column, (at[2] / outputsOfGroup * channels) + tap[2]]
                            += x[sample, at] * weight[0, tap[0], tap[1], tap[2], at[2]];
                }

        return image;
    }

    /// <summary>
    /// Gives a weight as it is stated, from one in blocks of input channels: [blocks, outputs, kernel
    /// height, kernel width, channels of a block].
    /// </summary>
    public static TensorValue WeightFromBlocks(TensorValue blocks)
    {
        (int outputs, int height, int width, int block) = (blocks.Shape[1], blocks.Shape[2], blocks.Shape[3], blocks.Shape[4]);
        var weight = new TensorValue(TensorShape.Unbatched(height, width, blocks.Shape[0] * block, outputs), blocks.Samples);
        foreach (int[] at in Indices.Of(weight.Shape.Sizes))
            weight[0, at] = blocks[0, at[2] / block, at[3], at[0], at[1], at[2] % block];
        return weight;
    }

    /// <summary>
    /// Gives a weight as it is stated, from one whose channels have changed places:
    /// [kernel height, kernel width, outputs, inputs].
    /// </summary>
    public static TensorValue WeightFromTransposed(TensorValue transposed)
    {
        var weight = new TensorValue(
            TensorShape.Unbatched(transposed.Shape[0], transposed.Shape[1], transposed.Shape[3], transposed.Shape[2]), transposed.Samples);
        foreach (int[] at in Indices.Of(weight.Shape.Sizes))
            weight[0, at] = transposed[0, at[0], at[1], at[3], at[2]];
        return weight;
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
                                        (((((sample * image.Shape[0]) + imageY) * image.Shape[1]) + imageX) * image.Shape[2])
                                            + imageChannel,
                                        (((((ky * weight[1]) + kx) * channels) + c) * weight[3]) + o,
                                        (((((sample * output[0]) + y) * output[1]) + x) * output[2]) + o);
                                }
    }
}
