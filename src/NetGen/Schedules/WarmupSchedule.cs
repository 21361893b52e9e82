namespace NetGen;

/// <summary>
/// Raises the learning rate evenly to the first one of another schedule, which then begins (SequentialLR of LinearLR and that schedule).
/// </summary>
public sealed class WarmupSchedule : Schedule
{
    private readonly Schedule schedule;
    private readonly long? warmupSteps;
    private readonly double part;
    private readonly double startFactor;

    /// <summary>A warm-up of so many steps.</summary>
    /// <param name="schedule">What comes after the warm-up; where its length is left open, it has the rest of the training.</param>
    /// <param name="warmupSteps">The number of steps before it begins, at least 1.</param>
    /// <param name="startFactor">The rate of the first step, as a part of the first one of the schedule.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public WarmupSchedule(Schedule schedule, long warmupSteps, double startFactor = 1.0 / 3)
        : this(schedule, CheckedCount(warmupSteps, nameof(warmupSteps)), part: 0, startFactor)
    {
    }

    private WarmupSchedule(Schedule schedule, long? warmupSteps, double part, double startFactor)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        (this.schedule, this.warmupSteps, this.part) = (schedule, warmupSteps, part);
        this.startFactor = CheckedFactor(startFactor, nameof(startFactor));
    }

    /// <summary>A warm-up over a part of the training, whose length is left open.</summary>
    /// <param name="schedule">What comes after the warm-up; where its length is left open, it has the rest of the training.</param>
    /// <param name="part">The part of the training, above 0 and below 1; at least one step.</param>
    /// <param name="startFactor">The rate of the first step, as a part of the first one of the schedule.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static WarmupSchedule OfPart(Schedule schedule, double part, double startFactor = 1.0 / 3) => part is > 0 and < 1
        ? new WarmupSchedule(schedule, warmupSteps: null, part, startFactor)
        : throw new ArgumentOutOfRangeException(nameof(part), part, $"Expected a part above 0 and below 1; got {part}.");

    internal override long? Steps => warmupSteps + schedule.Steps;

    internal override bool IsOpen => warmupSteps is null || schedule.IsOpen;

    private protected override Schedule Closed(long steps)
    {
        if (!IsOpen)
            return this;
        long before = warmupSteps ?? Math.Max(1, (long)(part * steps));
        return new WarmupSchedule(schedule.Over(Math.Max(1, steps - before)), before, startFactor);
    }

    private protected override double Rate(long step) => step >= warmupSteps
        ? schedule.LearningRateAt(step - warmupSteps.Value)
        : schedule.LearningRateAt(0) * (startFactor + ((1 - startFactor) * step / warmupSteps!.Value));
}
