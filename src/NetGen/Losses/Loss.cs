namespace NetGen;

/// <summary>
/// The losses that networks end with, over arrays: value and gradient, with the meaning and the options of <c>torch.nn.functional</c>. For
/// loops that are written by hand, where one network has several losses or two networks are chained.
/// </summary>
/// <remarks>
/// <para>
/// A network whose loss is its attribute needs none of this: <see cref="Trainer.Fit"/> and <see cref="Trainer.Step(ReadOnlySpan{float},
/// ReadOnlySpan{int})"/> compute it. By hand:
/// </para>
/// <code>
/// trainer.Forward(inputs, outputs);
/// float loss = Loss.CrossEntropy(outputs, labels, gradient);
/// trainer.Backward(gradient);
/// trainer.Update();
/// </code>
/// <para>
/// The gradient is that by the outputs, of their length; where its room is empty it is not computed. Sums are of 64 bits, so that values
/// differ from a network's own by its rounding. Outputs that are NaN give a loss that is NaN. Nothing is allocated.
/// </para>
/// </remarks>
public static partial class Loss
{
    /// <summary>A loss of single numbers.</summary>
    private interface IElementLoss
    {
        /// <summary>The loss of an output beside its target, and its slope by the output.</summary>
        (double Value, double Slope) Of(double output, double target);
    }

    private static float Run<TLoss>(
        TLoss loss, ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient, double divisor)
        where TLoss : struct, IElementLoss
    {
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            (double value, double slope) = loss.Of(outputs[i], targets[i]);
            sum += value;
            if (!gradient.IsEmpty)
                gradient[i] = (float)(slope / divisor);
        }

        return (float)(sum / divisor);
    }

    private static void Require(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> gradient)
    {
        RequireOutputs(outputs, gradient);
        if (targets.Length != outputs.Length)
        {
            throw new ArgumentException(
                $"There are {outputs.Length} outputs and {targets.Length} targets; expected one for each.",
                nameof(targets));
        }
    }

    private static void RequireOutputs(ReadOnlySpan<float> outputs, ReadOnlySpan<float> gradient)
    {
        if (outputs.IsEmpty)
            throw new ArgumentException("There is no output; expected at least one.", nameof(outputs));
        if (!gradient.IsEmpty && gradient.Length != outputs.Length)
        {
            throw new ArgumentException(
                $"There are {outputs.Length} outputs, and room for the gradient by {gradient.Length}; expected room for each, or none.",
                nameof(gradient));
        }
    }

    /// <summary>The divisor of the sum of so many losses.</summary>
    private static double Divisor(Reduction reduction, int count) => reduction switch
    {
        Reduction.Mean => count,
        Reduction.Sum => 1,
        _ => throw new ArgumentOutOfRangeException(
            nameof(reduction), reduction, $"Expected {nameof(Reduction.Mean)} or {nameof(Reduction.Sum)}; got {reduction}."),
    };
}
