namespace NetGen;

/// <summary>The learning rate as a function of the step; formulas and names are those of <c>torch.optim.lr_scheduler</c>.</summary>
/// <remarks>
/// A schedule has no state: it tells the rate in force at any step. What a step is, a batch or an epoch, is said where the schedule is
/// handed over. The length of some may be left open: <see cref="Trainer.Fit"/> knows it, and <see cref="Over"/> states it.
/// </remarks>
public abstract class Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>The number of steps after which there is no rate; null for a schedule that has no end.</summary>
    internal virtual long? Steps => null;

    /// <summary>Whether the length is left open, so that there is no rate until <see cref="Over"/> has stated it.</summary>
    internal virtual bool IsOpen => false;

    /// <summary>This schedule over so many steps, where its length was left open; else itself.</summary>
    /// <param name="steps">The number of steps of the training, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1, or fewer than the schedule needs.</exception>
    public Schedule Over(long steps) => Closed(CheckedCount(steps, nameof(steps)));

    /// <summary>The learning rate in force at a step.</summary>
    /// <param name="step">The number of steps made before, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative or beyond the schedule's end.</exception>
    /// <exception cref="InvalidOperationException">The schedule's length was left open.</exception>
    public double LearningRateAt(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (IsOpen)
        {
            throw new InvalidOperationException(
                $"The length of this {GetType().Name} was left open; expected it in the constructor, or a call of {nameof(Over)}.");
        }

        return Rate(step);
    }

    private protected abstract double Rate(long step);

    private protected virtual Schedule Closed(long steps) => this;

    private protected static double CheckedRate(double value, string argument) => value >= 0 && float.IsFinite((float)value)
        ? value
        : throw new ArgumentOutOfRangeException(
            argument, value, $"Expected a finite learning rate of at least 0, at most {float.MaxValue}; got {value}.");

    private protected static long CheckedCount(long value, string argument) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected a number of steps of at least 1; got {value}.");

    private protected static double CheckedFactor(double value, string argument) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected a finite factor of at least 0; got {value}.");
}
