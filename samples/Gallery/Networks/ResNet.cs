namespace Gallery.Networks;

/// <summary>
/// A ResNet of basic blocks: <see href="https://arxiv.org/abs/1512.03385">He et al. 2015</see>, table 1.
/// 11,689,512 parameters: torchvision's <c>resnet18</c>, whose names the layers have.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[BasicBlock(64, Repeat = 2, Name = "layer1")]
[BasicBlock(128, stride: 2, Name = "layer2.0"), BasicBlock(128, Name = "layer2.1")]
[BasicBlock(256, stride: 2, Name = "layer3.0"), BasicBlock(256, Name = "layer3.1")]
[BasicBlock(512, stride: 2, Name = "layer4.0"), BasicBlock(512, Name = "layer4.1")]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
[CrossEntropy]
public partial class ResNet18;

/// <summary>
/// A ResNet of bottlenecks: <see href="https://arxiv.org/abs/1512.03385">He et al. 2015</see>, table 1.
/// 25,557,032 parameters: torchvision's <c>resnet50</c>, which has the stride in the 3×3 convolution, and whose names the layers have.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
[MaxPool2d(3, Stride = 2, Padding = 1)]
[Bottleneck(64, Repeat = 3, Name = "layer1")]
[Bottleneck(128, stride: 2, Name = "layer2.0"), Bottleneck(128, Repeat = 3, Name = "layer2.1")]
[Bottleneck(256, stride: 2, Name = "layer3.0"), Bottleneck(256, Repeat = 5, Name = "layer3.1")]
[Bottleneck(512, stride: 2, Name = "layer4.0"), Bottleneck(512, Repeat = 2, Name = "layer4.1")]
[AdaptiveAvgPool2d(1), Flatten, Linear(1000, Name = "fc")]
[CrossEntropy]
public partial class ResNet50;

/// <summary>Two 3×3 convolutions, and what came in: by way of a projection where the shape changes.</summary>
[Residual<Path, Projection>, ReLU]
public partial class BasicBlock(int width, int stride = 1) : Block
{
    [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
    [Conv2d(Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm(Name = "bn2")]
    private partial class Path : Block;

    [Conv2d(Width, 1, Stride = Stride, Bias = false, Name = "downsample.0"), BatchNorm(Name = "downsample.1")]
    private partial class Projection : Block;
}

/// <summary>A 3×3 convolution between two of 1×1, which make a quarter of the channels, and four times as many again.</summary>
[Residual<Path, Projection>, ReLU]
public partial class Bottleneck(int width, int stride = 1) : Block
{
    [Conv2d(Width, 1, Bias = false, Name = "conv1"), BatchNorm(Name = "bn1"), ReLU]
    [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false, Name = "conv2"), BatchNorm(Name = "bn2"), ReLU]
    [Conv2d(4 * Width, 1, Bias = false, Name = "conv3"), BatchNorm(Name = "bn3")]
    private partial class Path : Block;

    [Conv2d(4 * Width, 1, Stride = Stride, Bias = false, Name = "downsample.0"), BatchNorm(Name = "downsample.1")]
    private partial class Projection : Block;
}
