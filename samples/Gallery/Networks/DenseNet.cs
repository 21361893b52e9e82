namespace Gallery.Networks;

/// <summary>
/// A DenseNet of 121 layers: <see href="https://arxiv.org/abs/1608.06993">Huang et al. 2016</see>, table 1.
/// 7,978,856 parameters: torchvision's <c>densenet121</c>.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false), BatchNorm, ReLU, MaxPool2d(3, Stride = 2, Padding = 1)]
[DenseLayer(growth: 32, Repeat = 6), Transition]
[DenseLayer(growth: 32, Repeat = 12), Transition]
[DenseLayer(growth: 32, Repeat = 24), Transition]
[DenseLayer(growth: 32, Repeat = 16), BatchNorm, ReLU]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000)]
[CrossEntropy]
public partial class DenseNet121;

/// <summary>All that came in, and some channels more, made from all of it.</summary>
[Concat<Identity, Path>]
public partial class DenseLayer(int growth) : Block
{
    [BatchNorm, ReLU, Conv2d(4 * Growth, 1, Bias = false)]
    [BatchNorm, ReLU, Conv2d(Growth, 3, Padding = 1, Bias = false)]
    private partial class Path : Block;
}

/// <summary>Half of the channels that came in, and half of the image's sides.</summary>
[BatchNorm, ReLU, Conv2d(In / 2, 1, Bias = false), AvgPool2d(2)]
public partial class Transition : Block;
