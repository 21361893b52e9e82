namespace Gallery.Networks;

/// <summary>
/// AlexNet as one GPU computes it: <see href="https://arxiv.org/abs/1404.5997">Krizhevsky 2014</see>.
/// 61,100,840 parameters: torchvision's <c>alexnet</c>.
/// </summary>
[Network]
[Input(3, 224, 224)]
[Conv2d(64, 11, Stride = 4, Padding = 2), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(192, 5, Padding = 2), ReLU, MaxPool2d(3, Stride = 2)]
[Conv2d(384, 3, Padding = 1), ReLU]
[Conv2d(256, 3, Padding = 1), ReLU]
[Conv2d(256, 3, Padding = 1), ReLU, MaxPool2d(3, Stride = 2)]
[Flatten, Dropout(0.5), Linear(4096), ReLU]
[Dropout(0.5), Linear(4096), ReLU]
[Linear(1000)]
[CrossEntropy]
public partial class AlexNet;
