namespace NetGen.Compiler.Graph;

/// <summary>
/// A convolution, as a linear map of its image, transposed: the gradient by the image, and the forward pass of a transposed
/// convolution. The weight is the convolution's, [kernel height, kernel width, image channels of a group, output channels].
/// </summary>
internal static class ConvolutionTransposition
{
    /// <summary>Each position of x adds to the pixels under its window, in the form that fits the convolution.</summary>
    /// <param name="x">What the convolution gives, [height', width', output channels].</param>
    /// <param name="weight">The convolution's.</param>
    /// <param name="geometry">The convolution's.</param>
    /// <param name="height">Rows of zeros around those that the windows cover; negative numbers cut off.</param>
    /// <param name="width">The same for columns.</param>
    public static Expr ConvolveTransposed(
        this Expr x, Expr weight, ConvolutionGeometry geometry, (int Before, int After) height, (int Before, int After) width)
    {
        int channels = weight.Shape[2] * geometry.Groups;
        return geometry is { Groups: 1 } and not { StrideHeight: 1, StrideWidth: 1 } && WeightByOutput.CanTake(channels)
            ? ByAdding(x, weight, geometry, height, width)
            : BySpreading(x, weight, geometry, height, width);
    }

    /// <summary>
    /// With a rule of its own for the gradients: the transpose of the transpose is the convolution itself, where the derived rule
    /// would turn the weight once more and know nothing of the zeros that are spread in.
    /// </summary>
    public static Expr ConvolveTransposedWithGradients(
        this Expr x, Expr weight, ConvolutionGeometry geometry, (int Before, int After) height, (int Before, int After) width) =>
        x.ConvolveTransposed(weight, geometry, height, width).WithGradients([x, weight], gradient =>
        {
            Expr image = gradient.Padded((-height.Before, -height.After), (-width.Before, -width.After));
            return [
                image.Convolve(weight, geometry),
                gradient.Add(new ConvolutionWeightGradient(gradient.Origin, image, x.At(gradient.Origin).WithZeroPadding(), geometry)),
            ];
        });

    private static Expr ByAdding(
        Expr x, Expr weight, ConvolutionGeometry geometry, (int Before, int After) height, (int Before, int After) width)
    {
        // Zeros behind the covered pixels are part of the image that is added to; others are cut off, or set before.
        (int zerosBelow, int zerosBehind) = (Math.Max(0, height.After), Math.Max(0, width.After));
        TensorShape image = x.Shape.With([
            geometry.CoveredHeight(x.Shape[0]) + zerosBelow, geometry.CoveredWidth(x.Shape[1]) + zerosBehind, weight.Shape[2]]);
        return x.Add(new TransposedConvolution(x.Origin, [new(x, WeightByOutput.Of(weight.At(x.Origin)), geometry, Margins.None)], image))
            .Padded((height.Before, height.After - zerosBelow), (width.Before, width.After - zerosBehind));
    }

    /// <summary>x spread by the stride and padded by the kernel's reach, convolved with the weight turned by 180° and its channel axes exchanged.</summary>
    private static Expr BySpreading(
        Expr x, Expr weight, ConvolutionGeometry geometry, (int Before, int After) height, (int Before, int After) width)
    {
        int reachY = geometry.DilationHeight * (geometry.KernelHeight - 1);
        int reachX = geometry.DilationWidth * (geometry.KernelWidth - 1);
        Expr padded = x.Padded(
            (reachY + height.Before, reachY + height.After), (reachX + width.Before, reachX + width.After),
            (geometry.StrideHeight, geometry.StrideWidth));
        return padded.Convolve(Turned(weight.At(x.Origin), geometry), geometry with { StrideHeight = 1, StrideWidth = 1 });
    }

    /// <summary>[ky, kx, c, group·o] → [-ky, -kx, o, group·c].</summary>
    private static Expr Turned(Expr weight, ConvolutionGeometry geometry)
    {
        (int height, int width, int channels) = (weight.Shape[0], weight.Shape[1], weight.Shape[2]);
        int outputs = weight.Shape[3] / geometry.Groups;
        var part = new MovePart(
            [height - 1, width - 1, 0, 0],
            [0, 0, 0, 0],
            [
                new(height, 0, -1, 0, 1),
                new(width, 1, -1, 1, 1),
                new(geometry.Groups, 3, outputs, 3, channels),
                new(outputs, 3, 1, 2, 1),
                new(channels, 2, 1, 3, 1),
            ]);
        TensorShape shape = weight.Shape.With([height, width, outputs, geometry.Groups * channels]);
        return weight.Add(new Move(weight.Origin, shape, [weight], [part]));
    }
}
