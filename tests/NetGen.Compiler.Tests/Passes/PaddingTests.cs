using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using static NetGen.Compiler.Tests.Passes.TestNetworks;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>What a convolution's padding costs: no gradient of the zeros, and no copy of the image where the tiles can make them.</summary>
public class PaddingTests
{
    private static readonly BatchNorm Norm = new(0.1, 1e-5, true, true, null);

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(5, 2, 1)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 1, 1)]
    public void The_gradient_of_a_padded_image_is_computed_without_the_padding(int kernel, int padding, int dilation)
    {
        Program training = Lowered(winograd: false, Convolution(8, 3), ReLU, Convolution(7, kernel, padding, dilation: dilation)).Training;
        Convolution gradient = Assert.Single(training.Nodes.OfType<Convolution>(), node => node.IsBackward && node.Layer == "conv2d2");
        Assert.Equal([10, 10, 8], gradient.Shape.Sizes);
        Assert.Contains(Fuser.Fuse(training), group => group.Anchor == gradient && group.Members.Any(member => member.Layer == "relu1"));
    }

    [Fact]
    public void The_gradient_of_a_strided_convolutions_image_is_written_without_the_padding()
    {
        Program training = Lowered(winograd: false, Convolution(8, 3), ReLU, Convolution(7, 3, padding: 1, stride: 2)).Training;
        PolyphaseConvolution gradient = Assert.Single(training.Nodes.OfType<PolyphaseConvolution>());
        Assert.Equal([10, 10, 8], gradient.Shape.Sizes);
        TransposedTerm term = Assert.Single(gradient.Terms);
        Assert.Equal((1, 1), (term.Top, term.Left));
        Assert.Contains(Fuser.Fuse(training), group => group.Anchor == gradient && group.Members.Any(member => member.Layer == "relu1"));
    }

    [Fact]
    public void A_tile_makes_the_padding_unless_something_else_needs_it_in_memory()
    {
        LoweredNetwork lowered = Lowered(winograd: true, Convolution(32, 3), ReLU, Convolution(32, 3, padding: 1));
        Assert.Equal(new Margins(1, 1, 1, 1), Padded(lowered.Predict, isBackward: false).Margins);

        // The weight's gradient is computed in tiles too.
        Assert.Equal(new Margins(1, 1, 1, 1), Padded(lowered.Training, isBackward: false).Margins);
        Assert.Equal(new Margins(1, 1, 1, 1), Padded(lowered.Training, isBackward: true).Margins);
        Assert.Equal(
            new Margins(1, 1, 1, 1),
            Assert.Single(lowered.Training.Nodes.OfType<WinogradTransformedGradient>(), node => node.Layer == "conv2d2").Margins);

        // That from the positions that a max-pool passed on reads the padded image.
        LoweredNetwork pooled = Lowered(winograd: true, Convolution(32, 3), ReLU, Convolution(32, 3, padding: 1), MaxPool(2));
        Assert.Equal(Margins.None, Padded(pooled.Training, isBackward: false).Margins);

        static WinogradConvolution Padded(Program program, bool isBackward) =>
            Assert.Single(program.Nodes.OfType<WinogradConvolution>(), node => node.IsBackward == isBackward && node.Layer == "conv2d2");
    }

    [Theory]
    [InlineData(8, 1, 1, true)]
    [InlineData(8, 2, 1, true)]
    [InlineData(8, 1, 4, false)]
    [InlineData(4, 1, 1, false)]
    public void A_direct_convolution_reads_an_image_without_its_padding(int channels, int stride, int groups, bool isUnpadded)
    {
        LoweredNetwork lowered = Lowered(
            winograd: false, Convolution(channels, 3), ReLU, Convolution(8, 3, padding: 1, stride: stride, groups: groups));
        Margins expected = isUnpadded ? new Margins(1, 1, 1, 1) : Margins.None;
        foreach (Program program in new[] { lowered.Predict, lowered.Training })
            Assert.Equal(
                expected,
                Assert.Single(program.Nodes.OfType<Convolution>(), node => !node.IsBackward && node.Layer == "conv2d2").Margins);
        Assert.Equal(
            expected,
            Assert.Single(lowered.Training.Nodes.OfType<ConvolutionWeightGradient>(), node => node.Layer == "conv2d2").Margins);
    }

    /// <summary>The image that the second reads padded is the first in its new form, and not also in its old one.</summary>
    [Fact]
    public void A_padded_convolution_of_a_padded_convolution_is_computed_once()
    {
        Program predict = Lowered(
            winograd: false, Convolution(4, 3, padding: 1) with { Bias = false },
            Convolution(5, 3, padding: 1) with { Bias = false }).Predict;
        Assert.Equal(2, predict.Nodes.OfType<Convolution>().Count());
        Assert.All(predict.Nodes, node => Assert.True(predict.Contains(node)));
    }

    [Fact]
    public void A_convolution_under_a_max_pool_reads_a_padded_image() =>
        Assert.All(
            Lowered(winograd: false, Convolution(8, 3), Convolution(8, 3, padding: 1), MaxPool(2)).Training.Nodes.OfType<Convolution>(),
            node => Assert.Equal(Margins.None, node.IsBackward ? Margins.None : node.Margins));

    [Fact]
    public void Samples_are_padded_when_their_channels_are_brought_behind()
    {
        Program predict = Compiler.Plan(
            Of(Shape.Image(3, 12, 12), new MSE(Reduction.Mean, TargetIsInput: false), Convolution(8, 3, padding: 1)),
            TestContext.Current.CancellationToken).Lowered.Predict;
        Move padded = Assert.Single(predict.Nodes.OfType<Move>(), move => move.Shape.SameSizes(TensorShape.Batched(14, 14, 3)));
        Assert.IsType<Input>(padded.Operands[0]);
    }

    [Fact]
    public void What_only_sums_need_is_not_written_for_them()
    {
        Program training = Lowered(winograd: true, Convolution(32, 3), Norm, ReLU, Convolution(32, 3, padding: 1), Norm).Training;
        FusedGroup group = Assert.Single(
            Fuser.Fuse(training), group => group.Anchor is WinogradConvolution { IsBackward: true, Layer: "conv2d2" });
        Assert.Single(group.Stored);
    }

    private static LoweredNetwork Lowered(bool winograd, params Layer[] layers)
    {
        ShapedNetwork network = Of(Shape.Image(16, 12, 12), new MSE(Reduction.Mean, TargetIsInput: false), layers);
        return Compiler.Plan(winograd ? network : network with { Winograd = false }, TestContext.Current.CancellationToken).Lowered;
    }
}
