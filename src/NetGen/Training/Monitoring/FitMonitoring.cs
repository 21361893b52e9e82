namespace NetGen;

/// <summary>What a fit sees after each epoch: the validation set, the best epoch, and whether training goes on.</summary>
internal sealed class FitMonitoring : IDisposable
{
    private readonly Trainer trainer;
    private readonly FitOptions options;
    private readonly Evaluator? evaluator;
    private readonly FitMonitor monitor;
    private readonly BestValue best;
    private readonly BestValue? stopping;
    private readonly PlateauState? plateau;
    private readonly List<EpochResult> epochs = [];
    private WeightSnapshot? bestWeights;

    /// <exception cref="ArgumentException">The options do not fit together, the network or the validation set.</exception>
    public FitMonitoring(Trainer trainer, FitOptions options)
    {
        (this.trainer, this.options) = (trainer, options);
        monitor = options.Monitor ?? (options.Validation is null ? FitMonitor.TrainingLoss : FitMonitor.ValidationLoss);
        FitMonitor ofStopping = options.EarlyStopping?.Monitor ?? monitor;
        RequireOptions(ofStopping);
        best = new BestValue(monitor);
        stopping = options.EarlyStopping is { } early ? new BestValue(ofStopping, early.MinDelta) : null;
        plateau = options.ReduceOnPlateau is { } reduce ? new PlateauState(reduce, monitor.LargerIsBetter) : null;
        if (options.Validation is not { } validation)
            return;
        Metric[] metrics =
        [
            .. options.Metrics.Concat(new[] { monitor.Metric, ofStopping.Metric }.OfType<Metric>()
                .Where(metric => options.Metrics.All(other => other?.Name != metric.Name)).DistinctBy(metric => metric.Name)),
        ];
        evaluator = new Evaluator(trainer.Network, validation, metrics, Network.EvaluationBatch, trainer.Threads, hasConfusion: false);
    }

    /// <summary>The epochs so far.</summary>
    public IReadOnlyList<EpochResult> Epochs => epochs;

    /// <summary>Whether training ends before all epochs are done.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The parameters of the best epoch; null where they are not kept, or there is none yet.</summary>
    public WeightSnapshot? BestWeights => bestWeights;

    /// <summary>Evaluates the validation set, and decides what follows from the epoch.</summary>
    /// <param name="trained">The figures of training.</param>
    /// <param name="callbacks">Hear of it, and may end the fit.</param>
    public void EndEpoch(EpochResult trained, FitCallbacks callbacks)
    {
        trainer.UseWeights(averaged: true);
        EpochResult epoch = evaluator is null ? trained : trained with { Validation = evaluator.Run() };
        epochs.Add(epoch);
        if (best.Take(epoch) && options.KeepBest)
        {
            if (bestWeights is null)
                bestWeights = new WeightSnapshot(trainer.Network);
            else
                bestWeights.Take();
        }

        stopping?.Take(epoch);
        if (plateau is not null)
            trainer.Optimizer.LearningRate = plateau.Next(monitor.ValueOf(epoch), trainer.Optimizer.LearningRate);
        callbacks.EndEpoch(epoch);
        options.EpochEnded?.Invoke(epoch);
        IsStopped = stopping?.EpochsSince >= options.EarlyStopping?.Patience;
        IsStopped |= options.StopWhen?.Invoke(epoch) == true;
        IsStopped |= callbacks.IsStopping;
    }

    /// <summary>Restores the best epoch, where that is wanted, and gives the history.</summary>
    /// <param name="isComplete">Whether all epochs are done, so that none was left out.</param>
    public FitHistory End(bool isComplete)
    {
        bestWeights?.Restore();
        if (bestWeights is not null)
            trainer.AverageOfSteps?.ContinueFromHere();
        return new FitHistory(epochs, monitor, IsStopped && !isComplete);
    }

    /// <summary>The state with what this remembers.</summary>
    public CheckpointState WriteTo(CheckpointState state) => state with
    {
        Best = BestValueState.Of(best)!,
        HasBestWeights = bestWeights is not null,
        EarlyStopping = BestValueState.Of(stopping),
        Plateau = PlateauNumbers.Of(plateau),
        StoppedEarly = IsStopped,
        History = [.. epochs.Select(EpochState.Of)],
    };

    /// <summary>Goes on from a checkpoint.</summary>
    public void Resume(CheckpointContent content)
    {
        content.State.Best.GiveTo(best);
        content.State.EarlyStopping?.GiveTo(stopping);
        content.State.Plateau?.GiveTo(plateau);
        IsStopped = content.State.StoppedEarly;
        epochs.AddRange(content.State.History.Select(epoch => epoch.Result));
        bestWeights = options.KeepBest ? content.Best : null;
    }

    public void Dispose() => evaluator?.Dispose();

    private void RequireOptions(FitMonitor ofStopping)
    {
        ArgumentNullException.ThrowIfNull(options.Metrics, nameof(options));
        if (options.Validation is null && options.Metrics.Count > 0)
        {
            throw Refused(
                $"{nameof(FitOptions.Metrics)} are computed on a validation set; expected one as {nameof(FitOptions.Validation)}.");
        }

        bool isMonitored = options.KeepBest || options.EarlyStopping is not null || options.ReduceOnPlateau is not null;
        if (options.Validation is null && isMonitored && options.Monitor is null && options.EarlyStopping?.Monitor is null)
        {
            throw Refused(
                $"{nameof(FitOptions.KeepBest)}, {nameof(FitOptions.EarlyStopping)} and {nameof(FitOptions.ReduceOnPlateau)} judge epochs "
                    + $"by the validation loss; expected a data set as {nameof(FitOptions.Validation)}, or {nameof(FitOptions.Monitor)} = "
                    + $"{nameof(FitMonitor)}.{nameof(FitMonitor.TrainingLoss)}.");
        }

        foreach (FitMonitor monitored in new[] { monitor, ofStopping })
        {
            if (options.Validation is null && monitored.NeedsValidation)
            {
                throw Refused(
                    $"The monitor '{monitored}' is a value of the validation set; expected one as {nameof(FitOptions.Validation)}.");
            }
        }

        if (options.ReduceOnPlateau is not null && (options.StepSchedule ?? options.EpochSchedule) is { } schedule)
        {
            throw Refused(
                $"{nameof(FitOptions.ReduceOnPlateau)} and a {schedule.GetType().Name} would set the same learning rate; expected one of "
                    + "the two.");
        }
    }

    private static ArgumentException Refused(string message) => new(message, nameof(options));
}
