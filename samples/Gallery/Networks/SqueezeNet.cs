namespace Gallery.Networks;

/// <summary>
/// SqueezeNet 1.1: <see href="https://arxiv.org/abs/1602.07360">Iandola et al. 2016</see>, in its authors' cheaper second version.
/// 1,235,496 parameters: torchvision's <c>squeezenet1_1</c>.
/// </summary>
#pragma warning disable NG0106 // As in torchvision, the first window leaves out the last row and column.
[Network]
[Input(3, 224, 224)]
[Conv2d(64, 3, Stride = 2), ReLU, MaxPool2d(3, Stride = 2, CeilMode = true)]
[Fire(16, 64, Repeat = 2), MaxPool2d(3, Stride = 2, CeilMode = true)]
[Fire(32, 128, Repeat = 2), MaxPool2d(3, Stride = 2, CeilMode = true)]
[Fire(48, 192, Repeat = 2), Fire(64, 256, Repeat = 2)]
[Dropout(0.5), Conv2d(1000, 1), ReLU, AdaptiveAvgPool2d(1), Flatten]
[CrossEntropy]
public partial class SqueezeNet;

/// <summary>Few channels, and from them many, half by 1×1 and half by 3×3 convolutions.</summary>
[Conv2d(Squeeze, 1), ReLU, Concat<Ones, Threes>]
public partial class Fire(int squeeze, int expand) : Block
{
    [Conv2d(Expand, 1), ReLU]
    private partial class Ones : Block;

    [Conv2d(Expand, 3, Padding = 1), ReLU]
    private partial class Threes : Block;
}
