namespace NetGen.Benchmarks.Models;

/// <summary>A MobileNet of a stem and three depthwise-separable blocks, for images of 3×32×32.</summary>
[Network]
[Input(3, 32, 32)]
[Conv2d(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Separable(64), Separable(128, stride: 2), Separable(256, stride: 2)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10)]
[CrossEntropy]
public partial class MobileNet8;
