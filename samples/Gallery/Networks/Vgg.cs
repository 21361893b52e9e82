namespace Gallery.Networks;

/// <summary>
/// VGG with eight convolutions: <see href="https://arxiv.org/abs/1409.1556">Simonyan and Zisserman 2014</see>, table 1, A.
/// 132,863,336 parameters: torchvision's <c>vgg11</c>; the paper's table 2 says 133 million.
/// </summary>
[Network]
[Input(3, 224, 224)]
[VggStage(64, 1), VggStage(128, 1), VggStage(256, 2), VggStage(512, 2), VggStage(512, 2)]
[VggHead]
[CrossEntropy]
public partial class Vgg11;

/// <summary>
/// VGG with thirteen convolutions: <see href="https://arxiv.org/abs/1409.1556">Simonyan and Zisserman 2014</see>, table 1, D.
/// 138,357,544 parameters: torchvision's <c>vgg16</c>; the paper's table 2 says 138 million.
/// </summary>
[Network]
[Input(3, 224, 224)]
[VggStage(64, 2), VggStage(128, 2), VggStage(256, 3), VggStage(512, 3), VggStage(512, 3)]
[VggHead]
[CrossEntropy]
public partial class Vgg16;

/// <summary>Some convolutions that keep the image's size, and a pool that halves it.</summary>
[VggConvolution(Width, Repeat = Convolutions), MaxPool2d(2)]
public partial class VggStage(int width, int convolutions) : Block;

/// <summary>A 3×3 convolution with its activation: what a stage repeats.</summary>
[Conv2d(Width, 3, Padding = 1), ReLU]
public partial class VggConvolution(int width) : Block;

/// <summary>Three dense layers, which have nine tenths of the parameters.</summary>
[Flatten, Linear(4096), ReLU, Dropout(0.5)]
[Linear(4096), ReLU, Dropout(0.5)]
[Linear(1000)]
public partial class VggHead : Block;
