using NetGen;

namespace Lecture.Vae;

/// <summary>
/// What both heads of the encoder read. Without normalisation pictures hardly differ there at first, and the divergence wins: the decoder
/// learns to do without its latent numbers (posterior collapse).
/// </summary>
[Conv2d(16, 4, Stride = 2, Padding = 1), BatchNorm, ReLU, Conv2d(32, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
[Flatten, Linear(128), BatchNorm, ReLU]
internal sealed partial class Encoder : Block;
