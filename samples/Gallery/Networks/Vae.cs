namespace Gallery.Networks;

/// <summary>
/// A variational auto-encoder: <see href="https://arxiv.org/abs/1312.6114">Kingma and Welling 2013</see>. 652,824 parameters: that of
/// PyTorch's examples, with its names; the loss is the negative evidence lower bound, summed over pixels and samples.
/// </summary>
[Network]
[Input(784)]
[Linear(400, Name = "fc1"), ReLU, Reparameterize<Mean, LogVariance>]
[Linear(400, Name = "fc3"), ReLU, Linear(784, Name = "fc4")]
[BCEWithLogits(Target = Target.Input, Reduction = Reduction.Sum)]
public partial class Vae
{
    [Linear(20, Name = "fc21")]
    private partial class Mean : Block;

    [Linear(20, Name = "fc22")]
    private partial class LogVariance : Block;
}

/// <summary>
/// A conditional one of convolutions (<see href="https://papers.nips.cc/paper/5775">Sohn et al. 2015</see>): the digit, as ones and zeros
/// of ten classes, comes into encoder and decoder. 250,929 parameters, a sum of our own.
/// </summary>
[Network]
[Input(1, 28, 28, Name = "image"), Input(10, Name = "digit")]
[Conv2d(16, 4, Stride = 2, Padding = 1), ReLU, Conv2d(32, 4, Stride = 2, Padding = 1), ReLU, Flatten]
[Concat<Identity, Digit>, Linear(128), ReLU, Reparameterize<Mean, LogVariance>]
[Concat<Identity, Digit>, DigitDecoder(Name = "decoder"), BCEWithLogits(Target = Target.Input, Reduction = Reduction.Sum)]
public partial class DigitVae
{
    [From("digit")]
    private partial class Digit : Block;

    [Linear(8)]
    private partial class Mean : Block;

    [Linear(8)]
    private partial class LogVariance : Block;
}

/// <summary>
/// Its decoder alone, from eight numbers of a normal distribution and ten of the digit: <c>LoadMatching</c> takes its 38,257 parameters
/// from a file of <see cref="DigitVae"/>.
/// </summary>
[Network]
[Input(18)]
[DigitDecoder(Name = "decoder"), Sigmoid]
public partial class DigitGenerator;

/// <summary>Numbers of a digit as an image, in logits.</summary>
[Linear(1568), ReLU, Reshape(32, 7, 7), ConvTranspose2d(16, 4, Stride = 2, Padding = 1), ReLU]
[ConvTranspose2d(1, 4, Stride = 2, Padding = 1)]
public partial class DigitDecoder : Block;
