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

    /// <summary>
    /// Sets the learning rate at the beginning of each epoch, from the number of epochs done before. A length that was left open is the
    /// number of epochs of the fit, counted from its first.
    /// </summary>
    public Schedule? EpochSchedule { get; init; }

    /// <summary>
    /// Sets the learning rate before each step, from the number of steps done before; goes before <see cref="EpochSchedule"/>. A length
    /// that was left open is the number of steps of the fit, counted from its first.
    /// </summary>
    public Schedule? StepSchedule { get; init; }

    /// <summary>
    /// Whether training stops, by a <see cref="NonFiniteLossException"/>, at the first loss that is NaN or infinite; the parameters stay as
    /// they were before that step. Else it goes on regardless, as a loop in PyTorch does. A batch with no label that counts is no reason to
    /// stop.
    /// </summary>
    public bool StopAtNonFiniteLoss { get; init; } = true;

    /// <summary>
    /// The largest L2 norm of all gradients together (<c>torch.nn.utils.clip_grad_norm_</c>); null for that of
    /// <see cref="Trainer.ClipNorm"/>, which says more. <see cref="FitProgress.GradientNorm"/> reports the norms.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double? ClipNorm
    {
        get;
        init
        {
            Trainer.RequireLimit(value, nameof(ClipNorm));
            field = value;
        }
    }

    /// <summary>
    /// The largest magnitude of each gradient (<c>torch.nn.utils.clip_grad_value_</c>); null for that of <see cref="Trainer.ClipValue"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double? ClipValue
    {
        get;
        init
        {
            Trainer.RequireLimit(value, nameof(ClipValue));
            field = value;
        }
    }

    /// <summary>
    /// The number of batches whose gradients make one step, at least 1: as one batch of so many times the size, for sizes whose memory is
    /// not there. Gradients are the mean over what counts in all of them. Layers that normalise over the batch see each batch by itself. At
    /// the end of an epoch a step may have fewer. With more than 1 no update is fused into the backward pass.
    /// </summary>
    /// <remarks>Schedules, <see cref="Progress"/> and checkpoints count steps, not batches.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Accumulate
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Accumulate), value, $"Expected at least 1 batch; got {value}.");
    } = 1;

    /// <summary>
    /// Averages the parameters over the steps; null for the value of <see cref="Trainer.Average"/>. The network has the averaged weights
    /// for <see cref="Validation"/>, <see cref="EpochEnded"/>, <see cref="StopWhen"/>, <see cref="KeepBest"/> and checkpoints, and at the
    /// end of the fit, however it ends. A further fit of the same trainer goes on with the weights that are trained.
    /// </summary>
    public WeightAverage? Average { get; init; }

    /// <summary>
    /// Lowers the learning rate where <see cref="Monitor"/> has not become better for some epochs; not beside a schedule, which sets the
    /// same rate.
    /// </summary>
    public ReduceOnPlateau? ReduceOnPlateau { get; init; }

    /// <summary>A data set that is evaluated after each epoch, and not trained on.</summary>
    public IDataSet? Validation { get; init; }

    /// <summary>
    /// Metrics of the validation set, as objects or by name (<see cref="Metric.Named"/>): <c>["f1", new TopKAccuracy(3)]</c>.
    /// </summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>
    /// What decides whether an epoch is better than another, for <see cref="KeepBest"/>, <see cref="EarlyStopping"/>,
    /// <see cref="ReduceOnPlateau"/> and <see cref="FitHistory.Best"/>; the validation loss where nothing is stated, or for the last one,
    /// without a validation set, the training loss.
    /// </summary>
    public FitMonitor? Monitor { get; init; }

    /// <summary>Ends training where the monitored value has not become better for some epochs; null to go on.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Whether the network has the parameters and running statistics of the best epoch at the end, instead of those of the last one. They
    /// are kept in memory.
    /// </summary>
    public bool KeepBest { get; init; }

    /// <summary>Writes what training needs to go on after a crash, and is found there by <see cref="Resume"/>; null for none.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>
    /// Whether to go on from the latest file of <see cref="Checkpoint"/>, and to begin anew where there is none: a program that sets it is
    /// started again after a crash, and its results are the same bits as without the crash. Network, optimizer, data set, batch size and
    /// seed are those of the program that wrote the file.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>Called after each step, on the calling thread.</summary>
    public Action<FitProgress>? Progress { get; init; }

    /// <summary>Hears of each step too, such as a <see cref="Progress{T}"/> that leads to another thread.</summary>
    public IProgress<FitProgress>? ProgressReporter { get; init; }

    /// <summary>
    /// Called after each epoch, on the calling thread. After a crash it hears of an epoch again where it was not yet in a checkpoint.
    /// </summary>
    public Action<EpochResult>? EpochEnded { get; init; }

    /// <summary>What hears of the fit, each in its order, before <see cref="EpochEnded"/>.</summary>
    public IReadOnlyList<FitCallback> Callbacks { get; init; } = [];

    /// <summary>Asked after each epoch whether training ends there, such as <c>epoch => epoch.ValidationLoss &lt; 0.01</c>.</summary>
    public Func<EpochResult, bool>? StopWhen { get; init; }
}
