using NetGen;

namespace Lecture.Autoencode;

/// <summary>A picture through a code of 8 numbers and back; the loss is the mean of (x − g(f(x)))².</summary>
[Network]
[Input(1, 28, 28)]
[Encoder(8), Decoder]
[MSE(Target = Target.Input)]
internal sealed partial class Autoencoder8;
