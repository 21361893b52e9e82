using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What advice leaves alone because it is meant, and where it looks through layers that change no values.</summary>
public class AdviceTests
{
    [Theory]
    // A narrow layer first is a product of two small matrices; a convolution in groups is half of a separable one.
    [InlineData("Input(64), Linear(4), Linear(64)", "")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 3, Groups = 8), Conv2d(16, 1)", "")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 3), Flatten, Dropout(0.5), Linear(16)", "NG0403")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 3), MaxPool2d(2, CeilMode = true), Conv2d(16, 1)", "")]
    [InlineData("Input(8), Linear(4), Dropout(0.5), ReLU, Dropout(0.5), Tanh", "NG0402")]
    [InlineData("Input(8), Linear(4), ReLU, Softmax", "")]
    [InlineData("Input(8), ReLU, Residual<Path>", "")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 1, Stride = 2)", "")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 3, Stride = 4, Dilation = 2, Padding = 2)", "")]
    [InlineData("Input(8), Linear(8), ReLU, Linear(3), Dropout(0.1), Softmax, CrossEntropy", "NG0308")]
    [InlineData("Input(8), Linear(3), ReLU, CrossEntropy", "NG0308")]
    [InlineData("Input(8), Linear(3), Tanh, CrossEntropy", "")]
    [InlineData("Input(8), Linear(1), Sigmoid, BCE", "")]
    [InlineData("Input(8), Linear(1), Tanh, BCE", "NG0309")]
    [InlineData("Input(8), Linear(3), LogSoftmax, NLL", "")]
    [InlineData("Input(8), Linear(3), Sigmoid, MultiLabelSoftMargin", "NG0308")]
    [InlineData("Input(8), Linear(3), ReLU, SoftMargin", "NG0308")]
    [InlineData("Input(8), Linear(3), Tanh, SoftMargin", "")]
    [InlineData("Input(3, 8), Linear(3), MultiLabelMargin", "NG0301")]
    [InlineData("Input(8), Linear(3), MSE", "")]
    [InlineData("Input(40, 30, 3), Flatten, Linear(3)", "NG0116")]
    [InlineData("Input(8, 8, 1), Flatten, Linear(3)", "NG0116")]
    [InlineData("Input(64, 8, 8), Flatten, Linear(3)", "")]
    [InlineData("Input(8, 9, 1), Flatten, Linear(3)", "")]
    [InlineData("Input(28, 28, 2), Flatten, Linear(3)", "")]
    [InlineData("Input(128, 16, 1), Flatten, Linear(3)", "")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 3, Bias = false), BatchNorm", "")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 3), ReLU, BatchNorm", "")]

    // A frozen batch norm takes away a mean that it has kept, and learns no variance; behind a block with parameters something is frozen.
    [InlineData("Input(8, 9, 9), Conv2d(8, 3), BatchNorm(Frozen = true)", "")]
    [InlineData("Input(8, 9, 9), Conv2d(8, 3), ReLU, Dropout(0.5), BatchNorm(Frozen = true)", "")]
    [InlineData("Input(8), ReLU, Residual<Path>(Frozen = true)", "")]
    [InlineData("Input(8), BatchNorm(Affine = false, Frozen = true), Linear(3)", "")]
    [InlineData("Input(8), PositionEmbedding(Sinusoidal = true, Frozen = true), Linear(3)", "NG0101")]
    [InlineData("Input(3, 8), PositionEmbedding(Sinusoidal = true, Frozen = true), Linear(3)", "NG0411")]
    [InlineData("Input(8), Part(0.5, Frozen = true), Linear(3)", "NG0411")]
    [InlineData("Input(8), Part(0.5, Frozen = true, Repeat = 0), Linear(3)", "")]
    [InlineData("Input(8), Part(0.5, Frozen = false), Linear(3)", "")]
    [InlineData("Input(8, 9, 9), AdaptiveAvgPool2d(9), Flatten, Linear(3)", "NG0407")]
    [InlineData("Input(8, 4, 4), ConvTranspose2d(4, 2, Stride = 2), BatchNorm, ReLU", "NG0404")]
    [InlineData("Input(8, 4, 4), Conv2d(6, 3), ConvTranspose2d(4, 2, Stride = 2), ReLU", "NG0403")]
    [InlineData("Input(8, 4, 4), ReLU, ConvTranspose2d(1, 2, Stride = 2), BCE", "NG0309")]
    [InlineData("Input(8, 4, 4), Upsample(Size = 4), Conv2d(4, 1)", "NG0407")]
    [InlineData("Input(8, 4, 4), Upsample(ScaleFactor = 1.1), Conv2d(4, 1)", "")]
    [InlineData("Input(8), Part(0.0), Linear(3)", "")]
    [InlineData("Input(8), Linear(4), Linear(2), Linear(0)", "NG0107")]
    public async Task Advice_is_given_where_it_is_due(string attributes, string ids)
    {
        IReadOnlyList<Diagnostic> found = await NetworkSource.Analyze(NetworkSource.Compilation($$"""
            [Network, {{attributes}}]
            public partial class Net
            {
                [ReLU, Linear(8)] partial class Path : Block;
            }

            [Dropout(Rate)] public partial class Part(double rate) : Block;
            """));
        Assert.Equal(ids, string.Join(" ", found.Select(fault => fault.Id)));
    }

    /// <summary>A block that is used twice is advised once, at the layer, and names the use.</summary>
    [Fact]
    public async Task Advice_in_a_block_is_at_its_layer()
    {
        Diagnostic found = Assert.Single(await NetworkSource.Analyze(NetworkSource.Compilation("""
            [Network, Input(3, 8, 8), Stage(4), Stage(8)]
            public partial class Net;

            [Conv2d(Width, 3), BatchNorm, ReLU]
            public partial class Stage(int width) : Block;
            """)));
        Assert.Equal(
            "The bias of 'stage1.conv2d1' has no effect: 'stage1.batchnorm1' takes the mean away. State Bias = false. "
            + "(in Stage(4), used as stage1)", found.GetMessage());
        Assert.Equal(
            "Conv2d(Width, 3)",
            found.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(found.Location.SourceSpan));
    }

    /// <summary>The layer and the one that it is about stand in different blocks.</summary>
    [Fact]
    public async Task Advice_crosses_the_borders_of_blocks()
    {
        Diagnostic found = Assert.Single(await NetworkSource.Analyze(NetworkSource.Compilation("""
            [Network, Input(3, 8, 8), First, BatchNorm]
            public partial class Net;

            [Conv2d(4, 3)]
            public partial class First : Block;
            """)));
        Assert.Equal(
            ("NG0404", "Conv2d(4, 3)"),
            (found.Id, found.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(found.Location.SourceSpan)));
    }

    [Fact]
    public async Task A_data_set_with_its_channels_last_is_recognised()
    {
        IReadOnlyList<Diagnostic> found = await NetworkSource.Analyze(NetworkSource.Compilation("""
            [DataSet, Sample(32, 32, 3), Classes(10)]
            public class Photos;

            [Network, Input<Photos>, Conv2d(8, 3, In = 3), ReLU, Flatten, Linear(10), CrossEntropy]
            public partial class Net;
            """));
        Assert.Equal(
            [
                (
                    "NG0116",
                    "The data set 'Photos' has 32 channels of 32×3. Sizes are channels first: "
                    + "did you mean [Sample(3, 32, 32, ChannelsLast = true)]?"),
                (
                    "NG0102",
                    "'conv2d1' states In = 3 but receives 32 channels (32×32×3, the input). The sizes of the input are in another order."),
            ],
            found.Select(fault => (fault.Id, fault.GetMessage())).OrderByDescending(fault => fault.Id));
    }
}
