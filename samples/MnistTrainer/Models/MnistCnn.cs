using NetGen;

namespace MnistTrainer.Models;

/// <summary>PyTorch's MNIST example: two convolutions, 1.2 million weights, over 99 % test accuracy.</summary>
[Network(Activations = true)]
[Input<Mnist>]
[Conv2d(32, 3), ReLU]
[Conv2d(64, 3), ReLU, MaxPool2d(2), Dropout(0.25)]
[Flatten]
[Linear(128), ReLU, Dropout(0.5)]
[Linear(10)]
[CrossEntropy]
public partial class MnistCnn;
