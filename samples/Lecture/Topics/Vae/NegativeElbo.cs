using Lecture.Data;
using NetGen;

namespace Lecture.Vae;

/// <summary>
/// The negative evidence lower bound of digits, in nats a digit: −log p(x) is at most the sum of both parts.
/// </summary>
/// <param name="Reconstruction">−E log p(x|z): the binary cross-entropy of the pixels, for z drawn from q(z|x).</param>
/// <param name="Divergence">KL(q(z|x) ‖ N(0, 1)) = ½ Σ (μ² + σ² − 1 − ln σ²).</param>
internal sealed record NegativeElbo(double Reconstruction, double Divergence)
{
    /// <summary>What training makes smaller.</summary>
    public double Sum => Reconstruction + Divergence;

    /// <summary>Measures it, with one draw a digit.</summary>
    /// <param name="encoded">The outputs <c>mean</c> and <c>log_variance</c> of the digits.</param>
    /// <param name="decoder">From latent numbers to logits.</param>
    /// <param name="shades">The digits, [digits, 28, 28], 0 to 1.</param>
    /// <param name="seed">Seeds the draws.</param>
    public static NegativeElbo Of(NetworkOutputs encoded, Network decoder, float[] shades, int seed)
    {
        ReadOnlySpan<float> mean = encoded["mean"], logVariance = encoded["log_variance"];
        var z = new float[mean.Length];
        new NormalNoise(seed).Fill(z);
        double divergence = 0;
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = mean[i] + (MathF.Exp(logVariance[i] / 2) * z[i]);
            divergence += 0.5 * ((mean[i] * mean[i]) + Math.Exp(logVariance[i]) - 1 - logVariance[i]);
        }

        float meanOfPixels = Loss.BCEWithLogits(decoder.Predict(z), shades);
        return new NegativeElbo((double)meanOfPixels * Mnist.PixelsPerImage, divergence / encoded.Samples);
    }
}
