using NetGen;

namespace Lecture.Vae;

/// <summary>
/// A variational autoencoder with 10 latent numbers (<see href="https://arxiv.org/abs/1312.6114">Kingma and Welling 2013</see>): with sums
/// as reduction the loss is the negative evidence lower bound, −E log p(x|z) + KL(q(z|x) ‖ N(0, 1)).
/// </summary>
[Network]
[Input(1, 28, 28)]
[Encoder, Reparameterize<Mean, LogVariance>]
[Decoder(Name = "decoder")]
[BCEWithLogits(Target = Target.Input, Reduction = Reduction.Sum)]
internal sealed partial class DigitVae
{
    [Linear(10), Output(10, Name = "mean")]
    private sealed partial class Mean : Block;

    [Linear(10), Output(10, Name = "log_variance")]
    private sealed partial class LogVariance : Block;
}
