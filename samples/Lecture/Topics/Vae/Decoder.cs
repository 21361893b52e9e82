using NetGen;

namespace Lecture.Vae;

/// <summary>From latent numbers to the logit of each pixel.</summary>
[Linear(128), ReLU, Linear(1568), ReLU, Reshape(32, 7, 7)]
[ConvTranspose2d(16, 4, Stride = 2, Padding = 1), ReLU, ConvTranspose2d(1, 4, Stride = 2, Padding = 1)]
internal sealed partial class Decoder : Block;
