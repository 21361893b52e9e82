namespace NetGen.Benchmarks.Models;

/// <summary>A residual network of three stages with one basic block each, for images of 3×32×32.</summary>
[Network]
[Input(3, 32, 32)]
[Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[BasicBlock(16), BasicBlock(32, stride: 2), BasicBlock(64, stride: 2)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10)]
[CrossEntropy]
public partial class ResNet8;
