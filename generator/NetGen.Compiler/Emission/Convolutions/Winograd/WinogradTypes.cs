using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How calls of the library's kernels by Winograd's algorithm name a window and an image.</summary>
internal static class WinogradTypes
{
    /// <summary>The type that stands for a window.</summary>
    public static string Window(WinogradSize size) => $"Window{Literals.Integer(size.Window)}x{Literals.Integer(size.Window)}";

    /// <summary>The expression that makes an image, with the zeros that are not in memory.</summary>
    public static string Image(KernelContext context, Tensor image, Margins margins)
    {
        TensorShape shape = image.Shape;
        string zeros = (margins.Top > 0 ? $", top: {Literals.Integer(margins.Top)}" : "") + (margins.Left > 0 ? $", left: {Literals.Integer(margins.Left)}" : "");
        return $"new(ref {context.Reference(image)}, sampleStride: {Literals.Integer(shape.SampleStride)}, height: {Literals.Integer(shape[0])}, "
            + $"width: {Literals.Integer(shape[1])}, channels: {Literals.Integer(shape.PaddedInner)}{zeros})";
    }
}
