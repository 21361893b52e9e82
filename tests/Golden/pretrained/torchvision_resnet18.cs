using NetGen;

[Network]
[Input(3, 32, 32)]
[Conv2d(4, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[BasicBlock(4, Repeat = 2, Name = "layer1")]
[BasicBlock(8, stride: 2, Name = "layer2.0"), BasicBlock(8, Name = "layer2.1")]
[BasicBlock(16, stride: 2, Name = "layer3.0"), BasicBlock(16, Name = "layer3.1")]
[BasicBlock(32, stride: 2, Name = "layer4.0"), BasicBlock(32, Name = "layer4.1")]
[AdaptiveAvgPool2d(1), Flatten, Linear(10, Name = "fc")]
[CrossEntropy]
public partial class ResNet18
{
    // Each layer has the name of torchvision's module: the table is empty.
    public static WeightNames Names => new();
}

[Residual<Path, Projection>, ReLU]
public partial class BasicBlock(int width, int stride = 1) : Block
{
    [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
    [Conv2d(Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm(Name = "bn2")]
    partial class Path : Block;

    [Conv2d(Width, 1, Stride = Stride, Bias = false, Name = "downsample.0"), BatchNorm(Name = "downsample.1")]
    partial class Projection : Block;
}
