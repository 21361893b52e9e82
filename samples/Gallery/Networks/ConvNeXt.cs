namespace Gallery.Networks;

/// <summary>
/// ConvNeXt-T: <see href="https://arxiv.org/abs/2201.03545">Liu et al. 2022</see>, a ResNet with the habits of a transformer.
/// 28,589,128 parameters: torchvision's <c>convnext_tiny</c>; the paper says 29 million.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(96, 4, Stride = 4), LayerNorm(Channels = true, Eps = 1e-6)]
[ConvNeXtBlock(drop: 0.006, Repeat = 3), ConvNeXtDown]
[ConvNeXtBlock(drop: 0.024, Repeat = 3), ConvNeXtDown]
[ConvNeXtBlock(drop: 0.059, Repeat = 9), ConvNeXtDown]
[ConvNeXtBlock(drop: 0.094, Repeat = 3)]
[AdaptiveAvgPool2d(1), Flatten, LayerNorm(Eps = 1e-6), Linear(1000)]
[CrossEntropy]
public partial class ConvNeXt;

/// <summary>A wide depthwise window, then two layers at each position, scaled by weights that begin near 0.</summary>
[Residual<Path>]
public partial class ConvNeXtBlock(double drop) : Block
{
    [Conv2d(In, 7, Padding = 3, Groups = In), LayerNorm(Channels = true, Eps = 1e-6)]
    [Conv2d(4 * In, 1), GELU, Conv2d(In, 1), Scale(Initial = 1e-6), DropPath(Drop)]
    private partial class Path : Block;
}

/// <summary>Half of the image's sides, and twice the channels.</summary>
[LayerNorm(Channels = true, Eps = 1e-6), Conv2d(2 * In, 2, Stride = 2)]
public partial class ConvNeXtDown : Block;
