using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How calls of the library's sparse gradients behind a max-pool name their operands.</summary>
internal static class SparseGradientCalls
{
    /// <summary>The expression that makes the gradient of the pool's result, with the argmax indices.</summary>
    public static string OutputGradient(KernelContext context, Tensor gradient, Tensor argmax, MaxPoolGradient spread)
    {
        TensorShape shape = gradient.Shape;
        return $"new(ref {context.Reference(gradient)}, ref {context.Reference(argmax)}, "
            + $"sampleStride: {Literals.Integer(shape.SampleStride)}, "
            + $"height: {Literals.Integer(shape[0])}, width: {Literals.Integer(shape[1])}, "
            + $"channels: {Literals.Integer(shape.PaddedInner)}, "
            + $"poolHeight: {Literals.Integer(spread.Height.Kernel)}, poolWidth: {Literals.Integer(spread.Width.Kernel)})";
    }
}
