namespace Gallery.Networks;

/// <summary>
/// GoogLeNet: <see href="https://arxiv.org/abs/1409.4842">Szegedy et al. 2014</see>, table 1, without its auxiliary classifiers.
/// 6,624,904 parameters: torchvision's <c>googlenet</c>, which has batch norms, and 3×3 convolutions where the paper has 5×5.
/// </summary>
[Network]
[Input(3, 224, 224)]
[NormedConvolution(64, 7, stride: 2, padding: 3), MaxPool2d(3, Stride = 2, CeilMode = true)]
[NormedConvolution(64, 1), NormedConvolution(192, 3, padding: 1), MaxPool2d(3, Stride = 2, CeilMode = true)]
[Inception(64, 96, 128, 16, 32, 32), Inception(128, 128, 192, 32, 96, 64), MaxPool2d(3, Stride = 2, CeilMode = true)]
[Inception(192, 96, 208, 16, 48, 64), Inception(160, 112, 224, 24, 64, 64), Inception(128, 128, 256, 24, 64, 64)]
[Inception(112, 144, 288, 32, 64, 64), Inception(256, 160, 320, 32, 128, 128), MaxPool2d(2, CeilMode = true)]
[Inception(256, 160, 320, 32, 128, 128), Inception(384, 192, 384, 48, 128, 128)]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2), Linear(1000)]
[CrossEntropy]
public partial class GoogLeNet;

/// <summary>Four ways to look at the same place, joined by their channels.</summary>
[Concat<ByOne, ByThree, ByFive, ByPool>]
public partial class Inception(int one, int reduceThree, int three, int reduceFive, int five, int pooled) : Block
{
    [NormedConvolution(One, 1)]
    private partial class ByOne : Block;

    [NormedConvolution(ReduceThree, 1), NormedConvolution(Three, 3, padding: 1)]
    private partial class ByThree : Block;

    [NormedConvolution(ReduceFive, 1), NormedConvolution(Five, 3, padding: 1)]
    private partial class ByFive : Block;

    [MaxPool2d(3, Stride = 1, Padding = 1), NormedConvolution(Pooled, 1)]
    private partial class ByPool : Block;
}

/// <summary>A convolution with a batch norm in place of its bias, and ReLU.</summary>
[Conv2d(Width, Kernel, Stride = Stride, Padding = Padding, Bias = false), BatchNorm(Eps = 1e-3), ReLU]
public partial class NormedConvolution(int width, int kernel, int stride = 1, int padding = 0) : Block;
