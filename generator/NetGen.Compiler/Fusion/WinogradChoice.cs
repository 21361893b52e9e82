using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Decides which convolutions are computed by Winograd's algorithm: those with 3×3 windows that skip nothing, where the
/// transforms cost less than the multiplications that they save. Runs after differentiation, so that convolutions of the
/// backward pass are among them.
/// </summary>
/// <remarks>
/// The estimate counts in multiply-adds for each pair of channels, with factors that were measured on one core at 512 bits
/// (16 to 128 channels, images of 8×8 to 26×26).
/// </remarks>
internal static class WinogradChoice
{
    /// <summary>What transforming a tile costs, for each channel that comes in and for each that goes out.</summary>
    private const double TileTransform = 416;

    /// <summary>What transforming the weight costs, which is done once for all samples: most of it is writing to memory.</summary>
    private const double WeightTransform = 400;

    /// <summary>Among how many samples the weight's transform is shared in the estimate: a prediction may be of one sample alone.</summary>
    private const int PredictedSamples = 2;

    private const int TrainedSamples = 16;

    /// <summary>Beyond so many channels on both sides together, the tiles of a block no longer fit a thread's stack.</summary>
    private const int MostChannels = 448;

    public static void Apply(Program program)
    {
        int samples = program.Nodes.Any(node => node.IsBackward) ? TrainedSamples : PredictedSamples;
        foreach (Convolution convolution in program.Nodes.OfType<Convolution>().ToArray())
            if (IsPossible(convolution) && Cost(convolution, samples) < DirectCost(convolution))
                Replace(program, convolution);
        program.Sort();
        program.RemoveUnused();
    }

    /// <summary>Vectors run along the channels, and must be full on both sides.</summary>
    private static bool IsPossible(Convolution convolution) =>
        convolution.Geometry is
        {
            KernelHeight: 3, KernelWidth: 3, StrideHeight: 1, StrideWidth: 1, DilationHeight: 1, DilationWidth: 1, Groups: 1,
        }
        && Math.Min(convolution.Shape[0], convolution.Shape[1]) >= WinogradConvolution.TileSize
        && Math.Min(convolution.Operands[0].Shape.PaddedInner, convolution.Shape.PaddedInner) >= TensorShape.Alignment
        && convolution.Operands[0].Shape.PaddedInner + convolution.Shape.PaddedInner <= MostChannels;

    private static double Cost(Convolution convolution, int samples)
    {
        double perChannel = (1.0 / convolution.Operands[0].Shape.Inner) + (1.0 / convolution.Shape.Inner);
        return (Tiles(convolution.Shape[0]) * Tiles(convolution.Shape[1]) * (36 + (TileTransform * perChannel)))
            + (WeightTransform / samples);
    }

    private static double DirectCost(Convolution convolution) => 9.0 * convolution.Shape.Rows;

    private static int Tiles(int size) => (size + WinogradConvolution.TileSize - 1) / WinogradConvolution.TileSize;

    private static void Replace(Program program, Convolution convolution)
    {
        program.CurrentLayer = convolution.Layer;
        program.IsBackward = convolution.IsBackward;
        var weight = program.Add(new WinogradWeight(convolution.Operands[1]));
        (Tensor image, Margins margins) = Unpadded(program, convolution.Operands[0]);
        program.ReplaceUses(convolution, program.Add(new WinogradConvolution(image, weight, margins)));
        program.IsBackward = false;
    }

    /// <summary>
    /// The image without its padding, which the tiles at the border make for themselves; where something else reads the padded
    /// image it is there anyway.
    /// </summary>
    private static (Tensor Image, Margins Margins) Unpadded(Program program, Tensor padded)
    {
        if (padded is not Move { Operands: [var image] } pad
            || Placement.Of(pad) is not { SpreadHeight: 1, SpreadWidth: 1, Top: >= 0, Left: >= 0 } placed
            || program.Nodes.Count(node => node.Operands.Contains(pad)) != 1
            || program.Results.Any(result => result.Value == pad))
            return (padded, Margins.None);
        var margins = new Margins(
            placed.Top, placed.Left, pad.Shape[0] - placed.Top - image.Shape[0], pad.Shape[1] - placed.Left - image.Shape[1]);
        return margins is { Bottom: >= 0, Right: >= 0 } ? (image, margins) : (padded, Margins.None);
    }
}
