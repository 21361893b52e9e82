using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Algorithms;

/// <summary>
/// Winograd's algorithm, for convolutions and the gradients of their weights: windows that skip nothing, square or along a line, where the
/// transforms cost less than the multiplications that they save.
/// </summary>
/// <remarks>
/// The estimate counts in multiply-adds for each pair of channels, with factors that were measured on one core at 512 bits
/// (16 to 192 channels, images of 4×4 to 32×32; 8 to 64 channels with other windows than 3×3), forward and backward.
/// </remarks>
internal sealed class WinogradConvolutions : ConvolutionAlgorithm
{
    /// <summary>What transforming a tile costs, for each channel that comes in and for each that goes out.</summary>
    private const double TileTransform = 128;

    /// <summary>The same of a line, which is transformed along one axis.</summary>
    private const double LineTransform = 50;

    /// <summary>
    /// What transforming the weight or its gradient costs, which is done once for all samples: most of it is writing to memory.
    /// </summary>
    private const double WeightTransform = 400;

    /// <summary>The batch size over which the estimate amortises the weight's transform: a prediction may be of one sample.</summary>
    private const int PredictedSamples = 2;

    private const int TrainedSamples = 16;

    /// <summary>The most channels, input and output together: with more, the tiles of a block take too much of L3.</summary>
    private const int MostChannels = 1024;

    /// <summary>
    /// The most of a prediction, which may be of one sample: with more, the transformed weight, four times as large, comes from memory.
    /// </summary>
    private const int MostChannelsOfPrediction = 512;

    /// <summary>
    /// The most of a weight's gradient: with more, the transformed gradients do not stay in L2 while tiles add to them, and the direct sum
    /// is as fast.
    /// </summary>
    private const int MostChannelsOfGradient = 448;

    public override string Name => "Winograd";

    public override string Sentence => "By Winograd's algorithm (Lavin and Gray, arXiv 1509.09308): tiles are transformed, multiplied "
        + "element by element, and transformed back.";

    /// <summary>The fewest channels: vectors along the channels must be half full at least.</summary>
    public override bool Applies(ConvolutionTask task) =>
        task.AllowsWinograd
        && task.Node is Convolution or ConvolutionWeightGradient
        && task.Geometry is
        {
            KernelWidth: >= WinogradSize.SmallestWindow and <= WinogradSize.LargestWindow,
            StrideHeight: 1, StrideWidth: 1, DilationHeight: 1, DilationWidth: 1, Groups: 1,
        }
        && (task.Geometry.KernelHeight == task.Geometry.KernelWidth || task.Geometry.KernelHeight == 1)
        && WinogradSize.Of(task.Geometry) is var size
        && task.Output[0] >= size.TileHeight
        && task.Output[1] >= size.Tile
        && Math.Min(task.Image.PaddedInner, task.Output.PaddedInner) >= TensorShape.Alignment / 2
        && task.Image.PaddedInner + task.Output.PaddedInner <= Most(task);

    private static int Most(ConvolutionTask task) => task.Node is ConvolutionWeightGradient ? MostChannelsOfGradient
        : task.Program.IsPrediction ? MostChannelsOfPrediction : MostChannels;

    public override double Cost(ConvolutionTask task)
    {
        WinogradSize size = WinogradSize.Of(task.Geometry);
        int samples = task.Program.IsPrediction ? PredictedSamples : TrainedSamples;
        double perPair = (task.Image.PaddedInner + task.Output.PaddedInner) / ((double)task.Image.Inner * task.Output.Inner);
        double transform = size.IsLine ? LineTransform : TileTransform;
        return (Tiles(task.Output[0], size.TileHeight) * Tiles(task.Output[1], size.Tile) * (size.Elements + (transform * perPair)))
            + (WeightTransform * size.Rows / WinogradSize.Places / samples);

        static int Tiles(int extent, int tile) => (extent + tile - 1) / tile;
    }

    public override Tensor Rewrite(ConvolutionTask task)
    {
        if (task.Node is Convolution convolution)
        {
            var weight = task.Program.Add(new WinogradWeight(task.Origin, convolution.Operands[1]));
            return task.Program.Add(
                new WinogradConvolution(task.Origin, convolution.Operands[0], weight, convolution.Margins) { Algorithm = this });
        }

        var gradient = (ConvolutionWeightGradient)task.Node;
        var transformed = task.Program.Add(new WinogradTransformedGradient(
            task.Origin, gradient.Operands[0], gradient.Operands[1], gradient.Margins, WinogradSize.Of(gradient.Geometry)));
        return task.Program.Add(new WinogradWeightGradient(task.Origin, transformed));
    }
}
