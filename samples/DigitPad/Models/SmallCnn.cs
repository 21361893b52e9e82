using NetGen;

namespace DigitPad.Models;

/// <summary>Two convolutions and one linear layer: 7 thousand weights, few enough to train in a page.</summary>
[Network(Activations = true)]
[Input<Mnist>]
[Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(16, 3), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(10)]
[CrossEntropy]
public partial class SmallCnn;
