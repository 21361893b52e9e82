using NetGen;

namespace Lecture.Gan;

/// <summary>The logit of D(x), the probability that a picture is a real one.</summary>
[Network]
[Input<DigitGenerator>]
[Conv2d(32, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
[Conv2d(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2), Dropout(0.3)]
[Flatten, Linear(1)]
[BCEWithLogits]
internal sealed partial class DigitDiscriminator;
