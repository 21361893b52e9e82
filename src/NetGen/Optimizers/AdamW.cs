namespace NetGen;

/// <summary>
/// Adam with decoupled weight decay (torch.optim.AdamW; Loshchilov and Hutter, "Decoupled weight decay regularization", 2017).
/// </summary>
/// <remarks>p ← p - γλp, then as <see cref="Adam"/> without a penalty.</remarks>
public sealed class AdamW : AdaptiveMoments
{
    /// <summary>AdamW.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="beta1">β₁, at least 0 and below 1: how much of the gradients' mean is kept.</param>
    /// <param name="beta2">β₂, at least 0 and below 1: how much of the squared gradients' mean is kept.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public AdamW(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 1e-2)
        : base(learningRate, beta1, beta2, epsilon, weightDecay, isDecoupled: true)
    {
    }
}
