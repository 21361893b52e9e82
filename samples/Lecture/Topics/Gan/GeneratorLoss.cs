using NetGen;

namespace Lecture.Gan;

/// <summary>
/// What the generator makes smaller, from the logits s of the discriminator, D = 1 / (1 + e⁻ˢ)
/// (<see href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</see>, section 3).
/// </summary>
internal static class GeneratorLoss
{
    /// <summary>
    /// The generator's part of the minimax game, the mean of log(1 − D(G(z))). Its slope is −D, which vanishes where the discriminator is
    /// sure of its case.
    /// </summary>
    /// <param name="logits">Of generated pictures, [batch].</param>
    /// <param name="gradient">Receives the gradient, [batch].</param>
    public static float Minimax(ReadOnlySpan<float> logits, Span<float> gradient)
    {
        Span<float> zeros = stackalloc float[logits.Length];
        zeros.Clear();
        float loss = Loss.BCEWithLogits(logits, zeros, gradient);
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] = -gradient[i];
        return -loss;
    }

    /// <summary>The non-saturating loss, the mean of −log D(G(z)). Its slope is D − 1.</summary>
    /// <param name="logits">Of generated pictures, [batch].</param>
    /// <param name="gradient">Receives the gradient, [batch].</param>
    public static float NonSaturating(ReadOnlySpan<float> logits, Span<float> gradient)
    {
        Span<float> ones = stackalloc float[logits.Length];
        ones.Fill(1);
        return Loss.BCEWithLogits(logits, ones, gradient);
    }
}
