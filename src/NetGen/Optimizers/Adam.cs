namespace NetGen;

/// <summary>Adam with an L2 penalty (torch.optim.Adam; Kingma and Ba, "Adam: A method for stochastic optimization", 2014).</summary>
/// <remarks>g ← g + λp; m ← β₁m + (1 - β₁)g; v ← β₂v + (1 - β₂)g²; p ← p - γ/(1 - β₁ᵗ) · m / (√v/√(1 - β₂ᵗ) + ε).</remarks>
public sealed class Adam : AdaptiveMoments
{
    /// <summary>Adam.</summary>
    /// <param name="learningRate">γ, at least 0.</param>
    /// <param name="beta1">β₁, at least 0 and below 1: how much of the gradients' mean is kept.</param>
    /// <param name="beta2">β₂, at least 0 and below 1: how much of the squared gradients' mean is kept.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <param name="weightDecay">λ, at least 0: an L2 penalty.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public Adam(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : base(learningRate, beta1, beta2, epsilon, weightDecay, isDecoupled: false)
    {
    }
}
