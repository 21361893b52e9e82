namespace NetGen;

/// <summary>The learning rate as a function of the step; formulas and names are those of <c>torch.optim.lr_scheduler</c>.</summary>
/// <remarks>A schedule has no state: it tells the rate in force at any step. What a step is, a batch or an epoch, is said where the schedule is handed over.</remarks>
public abstract class Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>The number of steps after which there is no rate; null for a schedule that has no end.</summary>
    internal virtual int? Steps => null;

    /// <summary>The learning rate in force at a step.</summary>
    /// <param name="step">The number of steps made before, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative or beyond the schedule's end.</exception>
    public double LearningRateAt(int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Rate(step);
    }

    /// <summary>A number of steps as a schedule takes it: beyond what an <see cref="int"/> holds, the rate stays as it is there.</summary>
    internal static int StepOf(long steps) => (int)Math.Min(steps, int.MaxValue);

    private protected abstract double Rate(int step);

    private protected static double CheckedRate(double value, string argument) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected a finite learning rate of at least 0; {value} came.");

    private protected static int CheckedCount(int value, string argument) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected a number of steps of at least 1; {value} came.");

    private protected static double CheckedFactor(double value, string argument) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected a finite factor of at least 0; {value} came.");
}
