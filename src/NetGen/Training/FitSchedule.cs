namespace NetGen;

/// <summary>A schedule in a fit: over its steps, or its epochs.</summary>
internal sealed class FitSchedule
{
    private readonly Schedule schedule;
    private readonly long first;

    /// <param name="schedule">The schedule; one whose length is left open begins with the fit and ends with it.</param>
    /// <param name="first">The steps that were made before the fit.</param>
    /// <param name="steps">The steps of the fit.</param>
    public FitSchedule(Schedule schedule, long first, long steps)
    {
        this.first = schedule.IsOpen ? first : 0;
        this.schedule = schedule.Over(steps);
    }

    /// <summary>The rate in force after so many steps, those before the fit among them.</summary>
    public double LearningRateAfter(long done) => schedule.LearningRateAt(done - first);
}
