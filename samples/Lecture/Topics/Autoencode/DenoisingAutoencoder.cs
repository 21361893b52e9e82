using NetGen;

namespace Lecture.Autoencode;

/// <summary>
/// The same with noise on the picture, which is drawn in training alone; the target is the picture without it
/// (<see href="https://dl.acm.org/doi/10.1145/1390156.1390294">Vincent et al. 2008</see>).
/// </summary>
[Network]
[Input(1, 28, 28)]
[GaussianNoise(Stddev), Encoder(32), Decoder]
[MSE(Target = Target.Input)]
internal sealed partial class DenoisingAutoencoder
{
    /// <summary>The standard deviation of the noise; pixels are 0 to 1.</summary>
    public const double Stddev = 0.4;
}
