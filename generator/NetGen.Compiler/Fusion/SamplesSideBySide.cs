using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Decides which convolutions compute as many samples side by side as a vector has lanes: those with so few channels that vectors
/// along the channels would be part empty. The image is turned for that, and the result turned back, which is little work beside a
/// large window.
/// </summary>
internal static class SamplesSideBySide
{
    /// <summary>Samples of the widest vector.</summary>
    public const int Most = TensorShape.Alignment;

    /// <summary>The turned image should stay in the second cache beside the result.</summary>
    private const int LargestImage = 6144;

    /// <summary>What turning a number takes, in multiply-adds of a whole vector.</summary>
    private const double Turning = 0.5;

    /// <summary>Whether a group's convolution is computed this way.</summary>
    public static bool Handles(FusedGroup group) =>
        group.Anchor is Convolution convolution
        && convolution.Margins == Margins.None
        && Suits(convolution, group.Stored.Sum(stored => stored.Shape.SampleStride))
        && group.Loaded.All(tensor => tensor == convolution.Operands[0] || !tensor.Shape.IsBatched)
        && !group.Members.Any(DropsOut);

    /// <summary>Whether it is worth while for a convolution by itself.</summary>
    public static bool Suits(Convolution convolution) => Suits(convolution, convolution.Shape.SampleStride);

    private static bool Suits(Convolution convolution, int stored) =>
        convolution is { Geometry.Groups: 1 } and not WinogradConvolution
        && convolution.Operands[0].Shape is { IsBatched: true, SampleStride: <= LargestImage } image
        && Turning * (image.SampleStride + stored) < Saved(convolution);

    /// <summary>Vectors' multiply-adds a sample that are saved: along eight channels or fewer a vector is half as wide, or less.</summary>
    private static double Saved(Convolution convolution)
    {
        TensorShape shape = convolution.Shape;
        double alongChannels = shape.PaddedInner switch
        {
            >= TensorShape.Alignment => shape.PaddedInner / (double)TensorShape.Alignment,
            2 => 1,
            _ => 0.5,
        };
        long taps = (long)convolution.Geometry.KernelHeight * convolution.Geometry.KernelWidth * convolution.Operands[1].Shape[2];
        return taps * shape.Rows * (alongChannels - (shape.Inner / (double)TensorShape.Alignment));
    }

    private static bool DropsOut(Tensor member) => member is Map map && map.Body.Contains(part => part is Keep);
}
