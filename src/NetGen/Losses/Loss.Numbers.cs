namespace NetGen;

public static partial class Loss
{
    /// <summary>(output − target)² (<c>F.mse_loss</c>).</summary>
    /// <param name="outputs">The outputs of a network.</param>
    /// <param name="targets">What they are compared with, of the same length.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is neither mean nor sum.</exception>
    public static float MSE(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, Reduction reduction = Reduction.Mean)
    {
        Require(outputs, targets, gradient);
        return Run(default(SquaredDifference), outputs, targets, gradient, Divisor(reduction, outputs.Length));
    }

    /// <summary>|output − target| (<c>F.l1_loss</c>); its slope is 0 where they are equal.</summary>
    /// <param name="outputs">The outputs of a network.</param>
    /// <param name="targets">What they are compared with, of the same length.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is neither mean nor sum.</exception>
    public static float L1(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, Reduction reduction = Reduction.Mean)
    {
        Require(outputs, targets, gradient);
        return Run(default(Difference), outputs, targets, gradient, Divisor(reduction, outputs.Length));
    }

    /// <summary>
    /// With d = |output − target|: ½ d² / β where d is below β, d − ½ β elsewhere (<c>F.smooth_l1_loss</c>). β = 0 is L1.
    /// </summary>
    /// <param name="outputs">The outputs of a network.</param>
    /// <param name="targets">What they are compared with, of the same length.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="beta">β, not negative.</param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">β is negative or not finite, or the reduction is neither mean nor sum.</exception>
    public static float SmoothL1(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, double beta = 1,
            Reduction reduction = Reduction.Mean)
    {
        Require(outputs, targets, gradient);
        if (!(beta >= 0 && double.IsFinite(beta)))
            throw new ArgumentOutOfRangeException(nameof(beta), beta, $"Expected a finite number of at least 0; got {beta}.");
        return beta == 0
            ? Run(default(Difference), outputs, targets, gradient, Divisor(reduction, outputs.Length))
            : Run(new SmoothDifference(beta), outputs, targets, gradient, Divisor(reduction, outputs.Length));
    }

    /// <summary>With d = |output − target|: ½ d² where d is at most δ, δ (d − ½ δ) elsewhere (<c>F.huber_loss</c>).</summary>
    /// <param name="outputs">The outputs of a network.</param>
    /// <param name="targets">What they are compared with, of the same length.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="delta">δ, positive.</param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">δ is not positive or not finite, or the reduction is neither mean nor sum.</exception>
    public static float Huber(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, double delta = 1,
            Reduction reduction = Reduction.Mean)
    {
        Require(outputs, targets, gradient);
        if (!(delta > 0 && double.IsFinite(delta)))
            throw new ArgumentOutOfRangeException(nameof(delta), delta, $"Expected a finite number above 0; got {delta}.");
        return Run(new HuberDifference(delta), outputs, targets, gradient, Divisor(reduction, outputs.Length));
    }

    /// <summary>
    /// target · (log target − output), and 0 where the target is 0 (<c>F.kl_div</c>): outputs are log probabilities, targets probabilities.
    /// </summary>
    /// <param name="outputs">The outputs of a network, log probabilities as LogSoftmax gives them.</param>
    /// <param name="targets">Probabilities, of the same length; or with <paramref name="logTarget"/> their logarithms.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="logTarget">Whether the targets too are log probabilities.</param>
    /// <param name="reduction">
    /// The reduction of the losses to one number; <see cref="Reduction.BatchMean"/> is the divergence proper.
    /// </param>
    /// <param name="samples">The number of samples, which <see cref="Reduction.BatchMean"/> divides by; else not needed.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a probability is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The reduction is none of mean, sum and batch mean, or a batch mean lacks the number of samples.
    /// </exception>
    public static float KLDiv(
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<float> targets,
        Span<float> gradient = default,
        bool logTarget = false,
        Reduction reduction = Reduction.Mean,
        int samples = 0)
    {
        Require(outputs, targets, gradient);
        if (reduction == Reduction.BatchMean && (samples < 1 || outputs.Length % samples != 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(samples),
                samples,
                $"{nameof(Reduction.BatchMean)} divides by the number of samples; expected one that divides {outputs.Length} outputs, and "
                    + $"got {samples}.");
        }

        for (int i = 0; i < targets.Length && !logTarget; i++)
        {
            if (targets[i] < 0)
                throw new ArgumentException($"Target {i} is {targets[i]}; {BatchCheck.ExpectedProbability}.", nameof(targets));
        }

        double divisor = reduction == Reduction.BatchMean ? samples : Divisor(reduction, outputs.Length);
        return logTarget
            ? Run(default(LogDivergence), outputs, targets, gradient, divisor)
            : Run(default(Divergence), outputs, targets, gradient, divisor);
    }

    // Math.Sign throws for NaN.
    private static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    private readonly struct SquaredDifference : IElementLoss
    {
        public (double Value, double Slope) Of(double output, double target) =>
            ((output - target) * (output - target), 2 * (output - target));
    }

    private readonly struct Difference : IElementLoss
    {
        public (double Value, double Slope) Of(double output, double target) => (Math.Abs(output - target), Sign(output - target));
    }

    private readonly struct SmoothDifference(double beta) : IElementLoss
    {
        public (double Value, double Slope) Of(double output, double target)
        {
            double d = output - target;
            return Math.Abs(d) < beta ? (0.5 / beta * d * d, d / beta) : (Math.Abs(d) - (0.5 * beta), Sign(d));
        }
    }

    private readonly struct HuberDifference(double delta) : IElementLoss
    {
        public (double Value, double Slope) Of(double output, double target)
        {
            double d = output - target;
            return Math.Abs(d) > delta ? (delta * (Math.Abs(d) - (0.5 * delta)), delta * Sign(d)) : (0.5 * d * d, d);
        }
    }

    private readonly struct Divergence : IElementLoss
    {
        public (double Value, double Slope) Of(double output, double target) =>
            target > 0 ? (target * (Math.Log(target) - output), -target) : (0, 0);
    }

    private readonly struct LogDivergence : IElementLoss
    {
        // Where the probability is 0, the term is 0, although its logarithm is −∞.
        public (double Value, double Slope) Of(double output, double target)
        {
            double probability = Math.Exp(target);
            return (probability == 0 ? 0 : probability * (target - output), -probability);
        }
    }
}
