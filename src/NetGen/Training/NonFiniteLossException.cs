namespace NetGen;

/// <summary>Training has diverged: the loss of a step is NaN or infinite. The parameters are as they were before that step.</summary>
/// <remarks><see cref="Trainer.Fit"/> throws it, unless <see cref="FitOptions.StopAtNonFiniteLoss"/> is false.</remarks>
public sealed class NonFiniteLossException : ArithmeticException
{
    internal NonFiniteLossException(float loss, long step, int epoch, double learningRate)
        : base(
            $"The loss is {loss} at step {step}, in epoch {epoch}, at a learning rate of {learningRate}: training diverges. "
            + "The parameters are as they were before this step. "
            + $"Take a smaller learning rate; {nameof(FitOptions)}.{nameof(FitOptions.StopAtNonFiniteLoss)} = false would go on "
                + "regardless.") =>
        (Loss, Step, Epoch, LearningRate) = (loss, step, epoch, learningRate);

    /// <summary>The loss: NaN, or an infinity.</summary>
    public float Loss { get; }

    /// <summary>The number of the step, from 1, over all epochs that the trainer has fitted.</summary>
    public long Step { get; }

    /// <summary>The number of the epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The learning rate of the step.</summary>
    public double LearningRate { get; }
}
