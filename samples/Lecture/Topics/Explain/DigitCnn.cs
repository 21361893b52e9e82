using NetGen;

namespace Lecture.Explain;

/// <summary>A small convolutional network, whose layers tell what they give.</summary>
[Network(Activations = true)]
[Input<Mnist>]
[Conv2d(8, 5), ReLU, MaxPool2d(Pool)]
[Conv2d(12, 3), ReLU, MaxPool2d(Pool)]
[Flatten]
[Linear(10)]
[CrossEntropy]
internal sealed partial class DigitCnn
{
    /// <summary>The sides of a pool's window, and its stride.</summary>
    public const int Pool = 2;
}
