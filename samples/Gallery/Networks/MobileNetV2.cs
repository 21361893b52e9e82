namespace Gallery.Networks;

/// <summary>
/// MobileNetV2: <see href="https://arxiv.org/abs/1801.04381">Sandler et al. 2018</see>, table 2.
/// 3,504,872 parameters: torchvision's <c>mobilenet_v2</c>; the paper's table 4 says 3.4 million.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU6]
[InvertedResidual(16, expansion: 1)]
[InvertedResidual(24, stride: 2), InvertedResidual(24)]
[InvertedResidual(32, stride: 2), InvertedResidual(32, Repeat = 2)]
[InvertedResidual(64, stride: 2), InvertedResidual(64, Repeat = 3)]
[InvertedResidual(96, Repeat = 3)]
[InvertedResidual(160, stride: 2), InvertedResidual(160, Repeat = 2)]
[InvertedResidual(320)]
[Conv2d(1280, 1, Bias = false), BatchNorm, ReLU6]
[AdaptiveAvgPool2d(1), Flatten, Dropout(0.2), Linear(1000)]
[CrossEntropy]
public partial class MobileNetV2;

/// <summary>
/// Narrow at both ends, wide and depthwise between them; what came in is added where the shape is the same.
/// </summary>
[Residual<Path>(WhenShapeKept = true)]
public partial class InvertedResidual(int width, int stride = 1, int expansion = 6) : Block
{
    [Expand(Repeat = Expansion > 1 ? 1 : 0)]
    [Conv2d(Expansion * In, 3, Stride = Stride, Padding = 1, Groups = Expansion * In, Bias = false), BatchNorm, ReLU6]
    [Conv2d(Width, 1, Bias = false), BatchNorm]
    private partial class Path : Block;

    [Conv2d(Expansion * In, 1, Bias = false), BatchNorm, ReLU6]
    private partial class Expand : Block;
}
