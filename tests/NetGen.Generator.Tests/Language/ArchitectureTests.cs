using NetGen.Compiler.Shaping;

namespace NetGen.Generator.Tests.Language;

/// <summary>Published architectures in the language, with PyTorch's parameter counts.</summary>
public class ArchitectureTests
{
    private const string BasicBlock = """
        [Residual<Path, Projection>, ReLU]
        public partial class BasicBlock(int width, int stride = 1) : Block
        {
            [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, ReLU]
            [Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
            partial class Path : Block;

            [Conv2d(Width, 1, Stride = Stride, Bias = false), BatchNorm]
            partial class Projection : Block;
        }
        """;

    [Fact]
    public void MnistCnn_has_PyTorchs_parameters()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network]
            [Input<Mnist>]
            [Conv2d(32, 3), ReLU]
            [Conv2d(64, 3), ReLU, MaxPool2d(2), Dropout(0.25)]
            [Flatten]
            [Linear(128), ReLU, Dropout(0.5)]
            [Linear(10)]
            [CrossEntropy]
            public partial class Net;
            """);
        Assert.Equal(1199882, network.ParameterCount);
        Assert.Equal((26L * 26 * 32 * 9) + (24L * 24 * 64 * 32 * 9) + (9216L * 128) + 1280, network.MultiplyAdds);
        Assert.Equal(
            ["conv2d1 32×26×26", "relu1 32×26×26", "conv2d2 64×24×24", "relu2 64×24×24", "maxpool2d1 64×12×12", "dropout1 64×12×12",
                "flatten1 9216", "linear1 128", "relu3 128", "dropout2 128", "linear2 10"],
            ShapedSource.Table(network));
        Assert.Equal((1, 10), (network.Loss!.LabelsPerSample, network.Loss.Classes));
    }

    [Fact]
    public void LeNet_has_PyTorchs_parameters() => Assert.Equal(61706, ShapedSource.Network("""
        [Network, Input(1, 28, 28)]
        [Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2), Conv2d(16, 5), Tanh, AvgPool2d(2)]
        [Flatten, Linear(120), Tanh, Linear(84), Tanh, Linear(10), CrossEntropy]
        public partial class Net;
        """).ParameterCount);

    /// <summary>The tutorial's generator (https://pytorch.org/tutorials/beginner/dcgan_faces_tutorial.html), ngf = 64.</summary>
    [Fact]
    public void The_generator_of_a_DCGAN_has_PyTorchs_parameters()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network, Input(100, 1, 1)]
            [ConvTranspose2d(512, 4, Bias = false), BatchNorm, ReLU]
            [ConvTranspose2d(256, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
            [ConvTranspose2d(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
            [ConvTranspose2d(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
            [ConvTranspose2d(3, 4, Stride = 2, Padding = 1, Bias = false), Tanh, Output(3, 64, 64)]
            public partial class Net;
            """);
        Assert.Equal(3576704, network.ParameterCount);
        Assert.Equal(["convtranspose2d1 512×4×4", "batchnorm1 512×4×4"], ShapedSource.Table(network).Take(2));
        Assert.Equal(
            ((100L * 512) + (16 * 512 * 256) + (64 * 256 * 128) + (256 * 128 * 64) + (1024 * 64 * 3)) * 16, network.MultiplyAdds);
    }

    /// <summary>The U-Net of the language's description, whose levels wrap the one below.</summary>
    [Fact]
    public void A_UNet_joins_what_it_makes_larger_with_what_it_kept()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network, Input(1, 64, 64)]
            [Twice(16), Concat<Lower, Identity>, Twice(16), Conv2d(1, 1), Sigmoid]
            public partial class SmallUNet
            {
                [Down(32), Concat<Bottom, Identity>, Up(32)]      partial class Lower : Block;
                [Down(64), ConvTranspose2d(32, 2, Stride = 2)]    partial class Bottom : Block;
            }
            [MaxPool2d(2), Twice(Width)]                                   public partial class Down(int width) : Block;
            [Twice(Width), ConvTranspose2d(Width / 2, 2, Stride = 2)]      public partial class Up(int width) : Block;
            [Conv2d(Width, 3, Padding = 1), ReLU, Conv2d(Width, 3, Padding = 1), ReLU]  public partial class Twice(int width) : Block;
            """, "SmallUNet");
        Assert.Equal("1×64×64", network.Output.ToString());
        Assert.Equal(
            ["32×64×64", "64×32×32"],
            network.Nodes.OfType<ShapedComposition>().SelectMany(Compositions).Select(composition => composition.Output.ToString()));

        static IEnumerable<ShapedComposition> Compositions(ShapedComposition composition) =>
            [composition, .. composition.Branches.SelectMany(branch => branch).OfType<ShapedComposition>().SelectMany(Compositions)];
    }

    [Fact]
    public void ResNet8_projects_where_the_shape_changes()
    {
        ShapedNetwork network = ShapedSource.Network(BasicBlock + """

            [Network]
            [Input(3, 32, 32)]
            [Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
            [BasicBlock(16), BasicBlock(32, stride: 2), BasicBlock(64, stride: 2)]
            [AdaptiveAvgPool2d(1), Flatten, Linear(10)]
            [CrossEntropy]
            public partial class Net;
            """);
        Assert.Equal(78042, network.ParameterCount);
        Assert.Equal("10", network.Output.ToString());
        ShapedComposition[] residuals = [.. network.Nodes.OfType<ShapedComposition>()];
        Assert.Equal(["16×32×32", "32×16×16", "64×8×8"], residuals.Select(residual => residual.Output.ToString()));
        Assert.Equal([0, 2, 2], residuals.Select(residual => residual.Branches[1].Count));
        Assert.Contains("basicblock2.conv2d3", ShapedSource.Names(network));
    }

    [Fact]
    public void ResNet18_has_PyTorchs_names_and_parameters()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network]
            [Input(3, 224, 224)]
            [Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
            [MaxPool2d(3, Stride = 2, Padding = 1)]
            [Basic(64, Name = "layer1", Repeat = 2)]
            [Basic(128, stride: 2, Name = "layer2.0"), Basic(128, Name = "layer2.1")]
            [Basic(256, stride: 2, Name = "layer3.0"), Basic(256, Name = "layer3.1", Repeat = 1)]
            [Basic(512, stride: 2, Name = "layer4.0"), Basic(512, Name = "layer4.1")]
            [AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
            public partial class Net;

            [Residual<Path, Projection>, ReLU]
            public partial class Basic(int width, int stride = 1) : Block
            {
                [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
                [Conv2d(Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm(Name = "bn2")]
                partial class Path : Block;

                [Conv2d(Width, 1, Stride = Stride, Bias = false, Name = "downsample.0"), BatchNorm(Name = "downsample.1")]
                partial class Projection : Block;
            }
            """);
        Assert.Equal(11689512, network.ParameterCount);
        string[] names = [.. network.Layers.SelectMany(layer => layer.Parameters).Select(parameter => parameter.FullName)];
        Assert.Equal(122, names.Length);
        Assert.Contains("layer1.0.conv1.weight", names);
        Assert.Contains("layer2.0.downsample.1.running_mean", names);
        Assert.Contains("layer3.1.bn2.num_batches_tracked", names);
    }

    [Fact]
    public void A_U_Net_is_levels_that_wrap_the_one_below()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network, Input(1, 64, 64)]
            [Twice(16), Concat<Lower, Identity>, Twice(16), Conv2d(1, 1), Sigmoid, BCE]
            public partial class Net
            {
                [Level(32), Concat<Bottom, Identity>, Twice(32)] partial class Lower : Block;
                [Level(64)] partial class Bottom : Block;
            }

            [Twice(Width)] public partial class Level(int width) : Block;

            [Conv2d(Width, 3, Padding = 1), ReLU, Conv2d(Width, 3, Padding = 1), ReLU]
            public partial class Twice(int width) : Block;
            """);
        Assert.Equal("1×64×64", network.Output.ToString());
        ShapedComposition top = Assert.Single(network.Nodes.OfType<ShapedComposition>());
        Assert.Equal((CompositionKind.Concat, "48×64×64"), (top.Kind, top.Output.ToString()));
        ShapedComposition inner = Assert.Single(top.Branches[0].OfType<ShapedComposition>());
        Assert.Equal("96×64×64", inner.Output.ToString());
        Assert.Contains("level1.twice1.conv2d2", ShapedSource.Names(network));
    }

    [Fact]
    public void Dense_growth_needs_Repeat_alone()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network, Input(8, 4, 4), Concat<Growth, Identity>(Name = "dense", Repeat = 3)]
            public partial class Net
            {
                [BatchNorm, ReLU, Conv2d(In / 2, 1)] partial class Growth : Block;
            }
            """);
        Assert.Equal(["12×4×4", "18×4×4", "27×4×4"], network.Nodes.Select(node => node.Output.ToString()));
        Assert.Contains("dense.2.conv2d1", ShapedSource.Names(network));
    }

    [Fact]
    public void Squeeze_and_excitation_is_a_product_of_branches()
    {
        ShapedNetwork network = ShapedSource.Network("""
            [Network, Input(8, 6, 6), Excited]
            public partial class Net;

            [Multiply<Identity, Gate>]
            public partial class Excited(int reduction = 4) : Block
            {
                [AdaptiveAvgPool2d(1), Conv2d(In / Reduction, 1), ReLU, Conv2d(In, 1), Sigmoid] partial class Gate : Block;
            }
            """);
        Assert.Equal("8×6×6", network.Output.ToString());
        Assert.Equal((8 * 2) + 2 + (2 * 8) + 8, network.ParameterCount);
    }

    [Fact]
    public void A_network_takes_what_another_gives()
    {
        ShapedNetwork network = ShapedSource.Network(
            "[Network, Input(100), Linear(784), Tanh, Reshape(1, 28, 28)] public partial class Generator; "
            + "[Network, Input<Generator>, Flatten, Linear(1), BCEWithLogits] public partial class Net;");
        Assert.Equal("1×28×28", network.Input.ToString());
        Assert.Equal((1, 2), (network.Loss!.LabelsPerSample, network.Loss.Classes));
    }
}
