using NetGen;

namespace MnistTrainer.Models;

/// <summary>Six convolutions with normalisation and dropout, for the last tenths of a percent: 551 thousand weights.</summary>
[Network(Activations = true)]
[Input<Mnist>]
[Conv2d(32, 3, Bias = false), BatchNorm, ReLU]
[Conv2d(32, 3, Bias = false), BatchNorm, ReLU, MaxPool2d(2), Dropout2d(0.1)]
[Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2d(2), Dropout2d(0.2)]
[Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2d(128, 3, Bias = false), BatchNorm, ReLU, Dropout2d(0.2)]
[Flatten]
[Linear(128, Bias = false), BatchNorm, ReLU, Dropout(0.4)]
[Linear(10)]
[CrossEntropy(LabelSmoothing = 0.1)]
public partial class DeepCnn;
