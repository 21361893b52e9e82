namespace NetGen;

/// <summary>How <see cref="Trainer.Fit"/> goes through a data set.</summary>
public sealed record FitOptions
{
    /// <summary>Whether each epoch has an order of its own, which the trainer's seed decides; else the set's own order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// Whether the last batch of an epoch is left out where it is smaller than the others (<c>drop_last</c> of PyTorch's DataLoader). In
    /// another order each epoch leaves out other samples.
    /// </summary>
    public bool DropLast { get; init; }

    /// <summary>
    /// Whether a thread of its own reads the next batch while a step runs. What is learnt is the same either way. It pays where reading
    /// costs time: pictures that are decoded, augmentation, rows of a file.
    /// </summary>
    public bool Prefetch { get; init; }

    /// <summary>Sets the learning rate at the beginning of each epoch, from the number of epochs done before.</summary>
    public Schedule? EpochSchedule { get; init; }

    /// <summary>
    /// Sets the learning rate before each step, from the number of steps done before; goes before <see cref="EpochSchedule"/>.
    /// </summary>
    public Schedule? StepSchedule { get; init; }

    /// <summary>
    /// Whether training stops, by a <see cref="NonFiniteLossException"/>, at the first loss that is NaN or infinite; the parameters stay as
    /// they were before that step. Else it goes on regardless, as a loop in PyTorch does. A batch with no label that counts is no reason to
    /// stop.
    /// </summary>
    public bool StopAtNonFiniteLoss { get; init; } = true;

    /// <summary>Called after each step, on the calling thread.</summary>
    public Action<FitProgress>? Progress { get; init; }

    /// <summary>Called after each epoch, on the calling thread.</summary>
    public Action<EpochResult>? EpochEnded { get; init; }
}
