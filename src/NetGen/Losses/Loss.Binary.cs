namespace NetGen;

public static partial class Loss
{
    // As in PyTorch: the loss of a probability of 0 stays finite.
    private const double LowestLogarithm = -100;
    private const double SmallestDivisor = 1e-12;

    /// <summary>A loss of single yes-or-no outputs.</summary>
    private interface IBinaryLoss
    {
        /// <summary>
        /// The loss of an output beside its target, and its slope by the output; what is due to the target is multiplied by <paramref
        /// name="positive"/>.
        /// </summary>
        (double Value, double Slope) Of(double output, double target, double positive);
    }

    /// <summary>
    /// −(target · log output + (1 − target) · log(1 − output)), each logarithm at least −100 (<c>F.binary_cross_entropy</c>).
    /// </summary>
    /// <remarks>
    /// The gradient is PyTorch's, (output − target) / (output (1 − output)) with a divisor of at least 10⁻¹², so that it is finite at 0 and
    /// 1. Behind a sigmoid <see cref="BCEWithLogits"/> of what goes into that keeps all digits.
    /// </remarks>
    /// <param name="outputs">Probabilities, as Sigmoid gives them.</param>
    /// <param name="targets">Numbers 0 to 1, of the same length.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="weight">
    /// The weight of the losses: one number, or one for each feature or channel; empty for 1. A mean still divides by the number of
    /// losses.
    /// </param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <param name="positions">
    /// The positions that each channel has, where outputs are [samples, channels, ..positions] and weigh by channel: height · width of an
    /// image.
    /// </param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output is no probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The reduction is neither mean nor sum, or the number of positions is below 1.
    /// </exception>
    public static float BCE(
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<float> targets,
        Span<float> gradient = default,
        ReadOnlySpan<float> weight = default,
        Reduction reduction = Reduction.Mean,
        int positions = 1)
    {
        Require(outputs, targets, gradient);
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i] is < 0 or > 1)
            {
                throw new ArgumentException(
                    $"Output {i} is {outputs[i]}; {nameof(BCE)} takes probabilities from 0 to 1, and {nameof(BCEWithLogits)} any numbers.",
                    nameof(outputs));
            }
        }

        return Run(default(OfProbability), outputs, targets, gradient, weight, posWeight: default, reduction, positions);
    }

    /// <summary>
    /// BCE of σ(output), computed without overflow: max(x, 0) − x · target + log(1 + exp(−|x|))
    /// (<c>F.binary_cross_entropy_with_logits</c>).
    /// </summary>
    /// <param name="outputs">Logits: any numbers.</param>
    /// <param name="targets">Numbers 0 to 1, of the same length.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="weight">
    /// The weight of the losses: one number, or one for each feature or channel; empty for 1. A mean still divides by the number of
    /// losses.
    /// </param>
    /// <param name="posWeight">
    /// The weight of the positive part of a loss, −target · log σ(output): one number, or one for each feature
    /// or channel; empty for 1.
    /// </param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <param name="positions">
    /// The positions that each channel has, where outputs are [samples, channels, ..positions] and weigh by channel: height · width of an
    /// image.
    /// </param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The reduction is neither mean nor sum, or the number of positions is below 1.
    /// </exception>
    public static float BCEWithLogits(
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<float> targets,
        Span<float> gradient = default,
        ReadOnlySpan<float> weight = default,
        ReadOnlySpan<float> posWeight = default,
        Reduction reduction = Reduction.Mean,
        int positions = 1)
    {
        Require(outputs, targets, gradient);
        return Run(default(OfLogit), outputs, targets, gradient, weight, posWeight, reduction, positions);
    }

    private static float Run<TLoss>(
        TLoss loss,
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<float> targets,
        Span<float> gradient,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> posWeight,
        Reduction reduction,
        int positions)
        where TLoss : struct, IBinaryLoss
    {
        double divisor = Divisor(reduction, outputs.Length);
        RequirePositions(positions);
        RequireWeights(weight, outputs.Length, positions, nameof(weight));
        RequireWeights(posWeight, outputs.Length, positions, nameof(posWeight));
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            (double value, double slope) = loss.Of(outputs[i], targets[i], Weight(posWeight, i, positions));
            double factor = Weight(weight, i, positions);
            sum += value * factor;
            if (!gradient.IsEmpty)
                gradient[i] = (float)(slope * factor / divisor);
        }

        return (float)(sum / divisor);
    }

    private static double Weight(ReadOnlySpan<float> weights, int output, int positions) =>
        weights.IsEmpty ? 1 : weights[output / positions % weights.Length];

    private static void RequirePositions(int positions)
    {
        if (positions < 1)
            throw new ArgumentOutOfRangeException(nameof(positions), positions, $"Expected at least 1 position; got {positions}.");
    }

    private static void RequireWeights(ReadOnlySpan<float> weights, int outputs, int positions, string argument)
    {
        if (outputs % ((long)Math.Max(1, weights.Length) * positions) != 0)
        {
            string each = positions == 1 ? "" : $" of {positions} positions";
        {
            throw new ArgumentException(
                $"There are {weights.Length} weights and {outputs} outputs{each}; expected one weight, or one for each feature or channel.",
                argument);
        }
        }

        RequireNotNegative(weights, argument);
    }

    private static void RequireNotNegative(ReadOnlySpan<float> weights, string argument)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && float.IsFinite(weights[i])))
                throw new ArgumentException($"Weight {i} is {weights[i]}; expected finite numbers of at least 0.", argument);
        }
    }

    private readonly struct OfProbability : IBinaryLoss
    {
        public (double Value, double Slope) Of(double output, double target, double positive)
        {
            double value = -((target * Logarithm(output)) + ((1 - target) * Logarithm(1 - output)));
            return (value, (output - target) / Math.Max(output * (1 - output), SmallestDivisor));
        }

        private static double Logarithm(double x) => Math.Max(Math.Log(x), LowestLogarithm);
    }

    private readonly struct OfLogit : IBinaryLoss
    {
        // With -log σ(x) = softplus(-x): (1 - t) x + (1 + (positive - 1) t) softplus(-x).
        public (double Value, double Slope) Of(double output, double target, double positive)
        {
            double factor = 1 + ((positive - 1) * target);
            double small = Math.Exp(-Math.Abs(output));
            double softplus = Math.Max(-output, 0) + double.LogP1(small);
            double sigmoidOfMinus = (output >= 0 ? small : 1) / (1 + small);
            return (((1 - target) * output) + (factor * softplus), 1 - target - (factor * sigmoidOfMinus));
        }
    }
}
