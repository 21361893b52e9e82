using NetGen;

namespace Lecture.Judge;

/// <summary>A classifier of digits. Its 64 numbers before the last layer are the features by which digits are compared.</summary>
[Network]
[Input<Mnist>]
[Conv2d(12, 5, Padding = 2), ReLU, MaxPool2d(2)]
[Conv2d(24, 5), ReLU, MaxPool2d(2)]
[Flatten, Linear(64), ReLU, Output(64, Name = "features")]
[Linear(10)]
[CrossEntropy]
internal sealed partial class DigitReader;
