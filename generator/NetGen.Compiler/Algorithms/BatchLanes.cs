using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// Convolutions vectorised over the batch, where the channels are too few to fill a vector. The image is transposed for that, and the
/// result transposed back, which costs little beside a large window.
/// </summary>
internal sealed class BatchLanes : ConvolutionAlgorithm
{
    /// <summary>Samples of the widest vector.</summary>
    public const int Most = TensorShape.Alignment;

    /// <summary>The transposed image should stay in L2 beside the result.</summary>
    private const int LargestImage = 6144;

    /// <summary>The cost of transposing a float, in multiply-adds of a whole vector.</summary>
    private const double Transposing = 0.5;

    public override string Name => "batch lanes";

    public override string Sentence =>
        "As many samples as a vector has lanes are computed together, since the channels would not fill it; those left over one by one.";

    public override bool Applies(ConvolutionTask task) =>
        task.Node is Convolution { Geometry.Groups: 1 } convolution && Saves(convolution, Stored(convolution));

    public override Tensor Rewrite(ConvolutionTask task)
    {
        task.Node.Algorithm = this;
        return task.Node;
    }

    /// <summary>Floats of a sample that are stored: a max-pool leaves a part of them.</summary>
    private static int Stored(Convolution convolution) => convolution.Program.UsersOf(convolution)
        .Select(user => user is MaxPool ? user.Shape.SampleStride : convolution.Shape.SampleStride)
            .DefaultIfEmpty(convolution.Shape.SampleStride).Max();

    /// <summary>Whether the transposed image fits, and transposing costs less than half-empty vectors do.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <param name="stored">Floats of a sample that are transposed back.</param>
    public static bool Saves(Convolution convolution, int stored) =>
        convolution.Margins.Around(convolution.Operands[0].Shape) is { IsBatched: true, SampleStride: <= LargestImage } image
        && Transposing * (image.SampleStride + stored) < Saved(convolution);

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
}
