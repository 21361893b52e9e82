namespace NetGen.Reports.Tests;

/// <summary>A small convolutional network.</summary>
[Network]
[Input(1, 6, 6)]
[Conv2d(4, 3), ReLU]
[Flatten, Linear(2)]
[CrossEntropy]
public partial class StripeNet;
