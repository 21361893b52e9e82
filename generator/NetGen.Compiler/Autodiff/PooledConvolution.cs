using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// The gradients of a convolution behind which a max-pool stands: of each window of the pool one position got a gradient, so
/// that three of four products of the dense rule would be products with 0.
/// </summary>
internal static class PooledConvolution
{
    /// <summary>Positions of the weight that one output channel has at most: beyond, its sums no longer stay near the processor.</summary>
    private const int MostPositions = 4096;

    /// <summary>Whether the rule holds: windows that lie side by side, one group, and channels that fill their blocks.</summary>
    public static bool Applies(Convolution convolution, MaxPoolGradient gradient)
    {
        int channels = convolution.Operands[0].Shape.Inner;
        ConvolutionGeometry geometry = convolution.Geometry;
        return gradient is MaxPoolGradient { Height: { IsTiling: true, Kernel: <= 3 }, Width: { IsTiling: true, Kernel: <= 3 } }
            && geometry.Groups == 1
            && geometry.DilationWidth == 1
            && WeightByOutput.CanTake(channels)
            && geometry.KernelHeight * geometry.KernelWidth * convolution.Operands[0].Shape.PaddedInner <= MostPositions;
    }

    /// <summary>The gradient by the weight, [kernel height, kernel width, channels, output channels].</summary>
    public static Expr ByWeight(Convolution convolution, MaxPoolGradient gradient, Origin origin)
    {
        Tensor image = convolution.Operands[0];
        TensorShape weight = convolution.Operands[1].Shape;
        var byOutput = new Expr(convolution.Program.Add(new PooledWeightGradient(origin, image, gradient, convolution.Geometry)), origin);
        (int height, int width, int channels, int outputs) = (weight[0], weight[1], weight[2], weight[3]);
        return byOutput.Permuted(
            weight,
            new MoveLoop(height, 1, 1, 0, 1),
            new MoveLoop(width, 2, image.Shape.PaddedInner, 1, 1),
            new MoveLoop(channels, 2, 1, 2, 1),
            new MoveLoop(outputs, 0, 1, 3, 1));
    }

    /// <summary>The gradient by the image, [height, width, channels].</summary>
    public static Expr ByImage(Convolution convolution, MaxPoolGradient gradient, Origin origin) =>
        new(convolution.Program.Add(new PooledInputGradient(
            origin, gradient, WeightByOutput.Of(new(convolution.Operands[1], origin)), convolution.Operands[0].Shape, convolution.Geometry)), origin);
}
