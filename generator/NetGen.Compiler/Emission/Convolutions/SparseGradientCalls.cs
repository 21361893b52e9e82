using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How calls of the library's sparse gradients behind a max-pool name their operands.</summary>
internal static class SparseGradientCalls
{
    /// <summary>The expression that makes the gradient of the pool's result, with the argmax indices.</summary>
    public static string OutputGradient(KernelContext context, Tensor gradient, Tensor argmax, MaxPoolGradient spread)
    {
        TensorShape shape = gradient.Shape;
        return $"new(ref {context.Reference(gradient)}, ref {context.Reference(argmax)}, sampleStride: {Literals.Integer(shape.SampleStride)}, "
            + $"height: {Literals.Integer(shape[0])}, width: {Literals.Integer(shape[1])}, channels: {Literals.Integer(shape.PaddedInner)}, "
            + $"poolHeight: {Literals.Integer(spread.Height.Kernel)}, poolWidth: {Literals.Integer(spread.Width.Kernel)})";
    }

    /// <summary>The expression that makes the window of the convolution.</summary>
    public static string Window(ConvolutionGeometry geometry, int inputs) =>
        $"new(height: {Literals.Integer(geometry.KernelHeight)}, width: {Literals.Integer(geometry.KernelWidth)}, inputs: {Literals.Integer(inputs)}"
        + Unless1("strideHeight", geometry.StrideHeight) + Unless1("strideWidth", geometry.StrideWidth) + Unless1("dilationHeight", geometry.DilationHeight) + ")";

    private static string Unless1(string name, int value) => value == 1 ? "" : $", {name}: {Literals.Integer(value)}";
}
