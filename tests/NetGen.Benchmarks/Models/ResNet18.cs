namespace NetGen.Benchmarks.Models;

/// <summary>ResNet-18 as it is for images of 3×32×32: a stem that keeps their size, and four stages of two basic blocks.</summary>
[Network]
[Input(3, 32, 32)]
[Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[BasicBlock(64, Repeat = 2)]
[BasicBlock(128, stride: 2), BasicBlock(128)]
[BasicBlock(256, stride: 2), BasicBlock(256)]
[BasicBlock(512, stride: 2), BasicBlock(512)]
[AdaptiveAvgPool2d(1), Flatten, Linear(10)]
[CrossEntropy]
public partial class ResNet18;
