namespace NetGen;

/// <summary>
/// The steps of a fit, and what can be said against it before the first of them: nothing is changed by a fit that cannot end.
/// </summary>
internal sealed class FitPlan
{
    private readonly Network network;
    private readonly IDataSet data;
    private readonly int batchSize;
    private readonly FitOptions options;

    /// <param name="network">What is trained.</param>
    /// <param name="data">What it is trained on.</param>
    /// <param name="batchSize">The largest number of samples of a step.</param>
    /// <param name="options">Whether the last, smaller batch is left out, and the schedules.</param>
    public FitPlan(Network network, IDataSet data, int batchSize, FitOptions options)
    {
        (this.network, this.data, this.batchSize, this.options) = (network, data, batchSize, options);
        int rest = data.Count % batchSize;
        SamplesPerEpoch = options.DropLast ? data.Count - rest : data.Count;
        int batches = (SamplesPerEpoch / batchSize) + (options.DropLast || rest == 0 ? 0 : 1);
        StepsPerEpoch = (int)(((long)batches + options.Accumulate - 1) / options.Accumulate);
    }

    /// <summary>The samples that an epoch trains on.</summary>
    public int SamplesPerEpoch { get; }

    /// <summary>The steps of an epoch.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>Requires that an epoch can be trained.</summary>
    /// <exception cref="ArgumentException">It has no step, or its last batch is of one sample and a layer needs two.</exception>
    public void RequireBatches()
    {
        RequireSteps();
        RequireTwoSamples();
    }

    /// <summary>Requires that there is a learning rate until the end.</summary>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="stepsDone">The steps that earlier fits of the same trainer made: schedules go on from there.</param>
    /// <param name="epochsDone">The epochs that they made.</param>
    /// <exception cref="ArgumentException">A schedule ends before the fit, or its rate becomes too large.</exception>
    public void RequireSchedules(int epochs, long stepsDone, int epochsDone)
    {
        long steps = (long)epochs * StepsPerEpoch;
        RequireSchedule(
            options.StepSchedule, nameof(FitOptions.StepSchedule), "step", stepsDone, steps,
            $"{Count(epochs, "epoch")} of {Count(StepsPerEpoch, "step")}", (options.StepSchedule?.Steps - stepsDone) / StepsPerEpoch);
        RequireSchedule(
            options.EpochSchedule, nameof(FitOptions.EpochSchedule), "epoch", epochsDone, epochs,
            Count(epochs, "epoch"), options.EpochSchedule?.Steps - epochsDone);
    }

    private static string Count(long count, string unit) => $"{count:N0} {unit}{(count == 1 ? "" : "s")}";

    private void RequireSteps()
    {
        if (StepsPerEpoch > 0)
            return;
        throw new ArgumentException(
            $"'{data.Name}' has {Count(data.Count, "sample")} and a batch has {batchSize:N0}: with "
                + $"{nameof(FitOptions)}.{nameof(FitOptions.DropLast)} no batch is left. "
            + $"Take a batch size of at most {data.Count:N0}, or leave {nameof(FitOptions.DropLast)} out.",
            nameof(options));
    }

    private void RequireTwoSamples()
    {
        if (network.Description.LayerThatNeedsTwoSamples is not { } layer || SamplesPerEpoch % batchSize != 1)
            return;
        string why = $"'{layer}' of {network.Name} normalises over the batch, so that a step takes at least 2 samples";
        if (data.Count == 1)
            throw new ArgumentException($"'{data.Name}' has 1 sample, and {why}.", nameof(data));
        throw new ArgumentException(
            $"'{data.Name}' has {data.Count:N0} samples: batches of {batchSize:N0} leave 1 for the last, and {why}. "
            + $"Set {nameof(FitOptions)}.{nameof(FitOptions.DropLast)}, or take another batch size, such as {OtherBatchSize():N0}.",
            nameof(data));
    }

    /// <summary>The next smaller batch size that leaves no single sample, or the number of all samples.</summary>
    private int OtherBatchSize()
    {
        for (int size = batchSize - 1; size >= 2; size--)
        {
            if (data.Count % size != 1)
                return size;
        }

        return data.Count;
    }

    private void RequireSchedule(
        Schedule? schedule, string option, string unit, long done, long count, string fit, long? epochsLeft)
    {
        if (schedule is null)
            return;
        long end = done + count;
        if (schedule is { IsOpen: false, Steps: { } length } && end > length)
        {
            string before = done == 0 ? "" : $"{Count(done, unit)} made before and ";
            string fewer = epochsLeft > 0 ? $", or fit {Count(epochsLeft.Value, "epoch")}" : "";
            throw new ArgumentException(
                $"The {schedule.GetType().Name} of {nameof(FitOptions)}.{option} has {Count(length, unit)}, and this fit ends after "
                    + $"{end:N0}: {before}{fit}. "
                + $"Make the schedule of {Count(end, unit)}{fewer}.",
                nameof(options));
        }

        // The rate is monotone: the last one is the first to be out of range.
        long last = end - 1;
        if (new FitSchedule(schedule, done, count).LearningRateAfter(last) is var rate && !float.IsFinite((float)rate))
        {
            throw new ArgumentException(
                $"The {schedule.GetType().Name} of {nameof(FitOptions)}.{option} gives a learning rate of {rate} at {unit} {last:N0}, "
                + $"and this fit ends after {end:N0}: {fit}. "
                + "Take a factor of at most 1, or one that grows less.",
                nameof(options));
        }
    }
}
