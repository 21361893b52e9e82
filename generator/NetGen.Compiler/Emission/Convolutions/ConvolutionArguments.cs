using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How calls of the library's convolutions name images and windows.</summary>
internal static class ConvolutionArguments
{
    /// <summary>The expression that makes a batch of images, with the zeros around them that are not in memory.</summary>
    public static string Image(KernelContext context, Tensor image, Margins margins)
    {
        TensorShape shape = image.Shape;
        string zeros = (margins.Top > 0 ? $", top: {Literals.Integer(margins.Top)}" : "")
            + (margins.Left > 0 ? $", left: {Literals.Integer(margins.Left)}" : "");
        return $"new(ref {context.Reference(image)}, sampleStride: {Literals.Integer(shape.SampleStride)}, "
            + $"height: {Literals.Integer(shape[0])}, "
            + $"width: {Literals.Integer(shape[1])}, channels: {Literals.Integer(shape.PaddedInner)}{zeros})";
    }

    /// <summary>The expression that makes a window.</summary>
    /// <param name="geometry">The window, and how it moves.</param>
    /// <param name="inputs">Channels of the image that an output channel sees.</param>
    public static string Window(ConvolutionGeometry geometry, int inputs)
    {
        var arguments = new List<string>
        {
            $"height: {Literals.Integer(geometry.KernelHeight)}",
            $"width: {Literals.Integer(geometry.KernelWidth)}",
            $"inputs: {Literals.Integer(inputs)}",
        };
        foreach ((string name, int value) in new[]
        {
            ("strideHeight", geometry.StrideHeight), ("strideWidth", geometry.StrideWidth),
            ("dilationHeight", geometry.DilationHeight), ("dilationWidth", geometry.DilationWidth), ("groups", geometry.Groups),
        })
            if (value != 1)
                arguments.Add($"{name}: {Literals.Integer(value)}");
        return $"new({string.Join(", ", arguments)})";
    }
}
