using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Decides which convolutions, and which gradients of their weights, are computed by Winograd's algorithm: those with square windows
/// that skip nothing, where the transforms cost less than the multiplications that they save. Runs after differentiation, so that
/// convolutions of the backward pass are among them.
/// </summary>
/// <remarks>
/// The estimate counts in multiply-adds for each pair of channels, with factors that were measured on one core at 512 bits
/// (16 to 192 channels, images of 4×4 to 32×32; 8 to 64 channels with other windows than 3×3), forward and backward.
/// </remarks>
internal static class WinogradChoice
{
    /// <summary>What transforming a tile costs, for each channel that comes in and for each that goes out.</summary>
    private const double TileTransform = 128;

    /// <summary>What transforming the weight or its gradient costs, which is done once for all samples: most of it is writing to memory.</summary>
    private const double WeightTransform = 400;

    /// <summary>Among how many samples the weight's transform is shared in the estimate: a prediction may be of one sample alone.</summary>
    private const int PredictedSamples = 2;

    private const int TrainedSamples = 16;

    /// <summary>Beyond so many channels on both sides together, the tiles of a block no longer stay in the second cache.</summary>
    private const int MostChannels = 448;

    public static void Apply(Program program)
    {
        int samples = program.Nodes.Any(node => node.IsBackward) ? TrainedSamples : PredictedSamples;
        var chosen = new HashSet<Tensor>(program.Nodes.Where(node => node switch
        {
            WinogradConvolution => false,
            Convolution convolution => IsChosen(convolution.Geometry, convolution.Operands[0].Shape, convolution.Shape, samples),
            ConvolutionWeightGradient gradient =>
                IsChosen(gradient.Geometry, gradient.Operands[0].Shape, gradient.Operands[1].Shape, samples),
            _ => false,
        }));
        foreach (Tensor node in chosen)
            if (node is Convolution convolution)
                Replace(program, convolution, chosen);
            else
                Replace(program, (ConvolutionWeightGradient)node, chosen);
        program.Sort();
        program.RemoveUnused();
    }

    private static bool IsChosen(ConvolutionGeometry geometry, TensorShape image, TensorShape output, int samples) =>
        IsPossible(geometry, image, output) && Cost(new(geometry.KernelHeight), image, output, samples) < DirectCost(geometry, output);

    /// <summary>Vectors run along the channels, and must be half full at least.</summary>
    private static bool IsPossible(ConvolutionGeometry geometry, TensorShape image, TensorShape output) =>
        geometry is
        {
            KernelHeight: >= WinogradSize.SmallestWindow and <= WinogradSize.LargestWindow,
            StrideHeight: 1, StrideWidth: 1, DilationHeight: 1, DilationWidth: 1, Groups: 1,
        }
        && geometry.KernelWidth == geometry.KernelHeight
        && Math.Min(output[0], output[1]) >= new WinogradSize(geometry.KernelHeight).Tile
        && Math.Min(image.PaddedInner, output.PaddedInner) >= TensorShape.Alignment / 2
        && image.PaddedInner + output.PaddedInner <= MostChannels;

    private static double Cost(WinogradSize size, TensorShape image, TensorShape output, int samples)
    {
        double perPair = (image.PaddedInner + output.PaddedInner) / ((double)image.Inner * output.Inner);
        return (Tiles(output[0]) * Tiles(output[1]) * (36 + (TileTransform * perPair)))
            + (WeightTransform / samples);

        int Tiles(int extent) => (extent + size.Tile - 1) / size.Tile;
    }

    private static double DirectCost(ConvolutionGeometry geometry, TensorShape output) =>
        (double)geometry.KernelHeight * geometry.KernelWidth * output.Rows;

    private static void Replace(Program program, Convolution convolution, HashSet<Tensor> chosen)
    {
        var weight = program.Add(new WinogradWeight(convolution.Origin, convolution.Operands[1]));
        (Tensor image, Margins margins) = Unpadded(program, convolution.Operands[0], chosen);
        program.ReplaceUses(convolution, program.Add(new WinogradConvolution(convolution.Origin, image, weight, margins)));
    }

    private static void Replace(Program program, ConvolutionWeightGradient gradient, HashSet<Tensor> chosen)
    {
        (Tensor image, Margins margins) = Unpadded(program, gradient.Operands[0], chosen);
        var transformed = program.Add(new WinogradTransformedGradient(gradient.Origin, image, gradient.Operands[1], margins, new(gradient.Geometry.KernelHeight)));
        program.ReplaceUses(gradient, program.Add(new WinogradWeightGradient(gradient.Origin, transformed)));
    }

    /// <summary>
    /// The image without its padding, which the tiles at the border make for themselves; where anything but Winograd's algorithm reads the
    /// padded image it is there anyway.
    /// </summary>
    private static (Tensor Image, Margins Margins) Unpadded(Program program, Tensor padded, HashSet<Tensor> chosen)
    {
        if (padded is not Move pad
            || Placement.PaddingOf(pad) is not { } margins
            || program.UsersOf(pad).Any(node => !chosen.Contains(node))
            || program.IsResult(pad))
            return (padded, Margins.None);
        return (pad.Operands[0], margins);
    }
}
