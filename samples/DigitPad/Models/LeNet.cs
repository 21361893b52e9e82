using NetGen;

namespace DigitPad.Models;

/// <summary>
/// LeNet-5 (LeCun et al., 1998) with ReLU and max-pooling: 62 thousand weights, those of the trainer's <c>--model lenet</c>.
/// </summary>
[Network(Activations = true)]
[Input<Mnist>]
[Conv2d(6, 5, Padding = 2), ReLU, MaxPool2d(2)]
[Conv2d(16, 5), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(120), ReLU]
[Linear(84), ReLU]
[Linear(10)]
[CrossEntropy]
public partial class LeNet;
