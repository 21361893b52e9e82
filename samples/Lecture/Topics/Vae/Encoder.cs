using NetGen;

namespace Lecture.Vae;

/// <summary>What both heads of the encoder read.</summary>
[Conv2d(16, 4, Stride = 2, Padding = 1), ReLU, Conv2d(32, 4, Stride = 2, Padding = 1), ReLU, Flatten, Linear(128), ReLU]
internal sealed partial class Encoder : Block;
