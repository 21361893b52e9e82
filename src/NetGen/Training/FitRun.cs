namespace NetGen;

/// <summary>
/// One fit: where it stands, its learning rates, what it monitors and what it writes. All that cannot go on to the end is refused when it
/// is made, before anything has changed.
/// </summary>
internal sealed class FitRun : IDisposable
{
    private readonly Trainer trainer;
    private readonly IDataSet data;
    private readonly FitPlan plan;
    private readonly FitOptions options;
    private readonly FitMonitoring monitoring;
    private readonly CheckpointFolder? folder;
    private readonly FitCallbacks callbacks;
    private readonly FitSchedule? stepSchedule;
    private readonly FitSchedule? epochSchedule;
    private readonly int firstEpoch;
    private readonly long firstStep;
    private readonly int end;
    private CheckpointState? resumed;
    private LossOfBatches? loss;

    /// <param name="trainer">What trains.</param>
    /// <param name="data">The data set that it trains on.</param>
    /// <param name="plan">The steps of an epoch.</param>
    /// <param name="epochs">The epochs of the fit.</param>
    /// <param name="options">What is wanted.</param>
    /// <exception cref="ArgumentException">Something does not fit, or ends too early; the message says what.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or of another training.</exception>
    /// <exception cref="IOException">The folder of checkpoints cannot be read or written to, or is in use.</exception>
    public FitRun(Trainer trainer, IDataSet data, FitPlan plan, int epochs, FitOptions options)
    {
        (this.trainer, this.data, this.plan, this.options) = (trainer, data, plan, options);
        if (options is { Resume: true, Checkpoint: null })
        {
            throw new ArgumentException(
                $"{nameof(FitOptions.Resume)} goes on from a checkpoint; expected a folder as {nameof(FitOptions.Checkpoint)}.",
                nameof(options));
        }

        plan.RequireBatches();
        monitoring = new FitMonitoring(trainer, options);
        try
        {
            folder = options.Checkpoint is { } checkpoint ? new CheckpointFolder(checkpoint) : null;
            CheckpointContent? content = ReadLatest();
            (firstEpoch, firstStep) = content is null
                ? (trainer.EpochsDone, trainer.StepsDone)
                : (content.State.FirstEpoch, content.State.FirstStep);
            end = firstEpoch + epochs;
            plan.RequireSchedules(epochs, firstStep, firstEpoch);
            stepSchedule = options.StepSchedule is { } ofSteps
                ? new FitSchedule(ofSteps, firstStep, (long)epochs * plan.StepsPerEpoch)
                : null;
            epochSchedule = options.EpochSchedule is { } ofEpochs ? new FitSchedule(ofEpochs, firstEpoch, epochs) : null;
            callbacks = new FitCallbacks(new FitContext(trainer, data, options, plan, firstEpoch + 1, end));
            if (content is not null)
                Resume(content);
        }
        catch
        {
            monitoring.Dispose();
            throw;
        }
    }

    /// <summary>Whether no epoch is left.</summary>
    public bool IsOver => monitoring.IsStopped || trainer.EpochsDone >= end;

    /// <summary>The samples of the epoch at hand that were trained on before the process ended; else 0.</summary>
    public int SamplesDone => resumed?.SamplesDone ?? 0;

    /// <summary>The seconds that they took.</summary>
    public double Seconds => resumed?.Seconds ?? 0;

    /// <summary>Whether a callback reads the gradients of each step.</summary>
    public bool NeedsGradients => callbacks.NeedGradients;

    /// <summary>Tells the callbacks that training begins.</summary>
    public void Begin() => callbacks.BeginFit();

    /// <summary>Begins an epoch, or goes on in one.</summary>
    /// <param name="lossOfAll">Gathers its loss.</param>
    public void BeginEpoch(LossOfBatches lossOfAll)
    {
        loss = lossOfAll;
        if (resumed is not null)
            lossOfAll.Sums = (resumed.LossSum, resumed.LossWeight);
        else if (epochSchedule is not null)
            trainer.Optimizer.LearningRate = epochSchedule.LearningRateAfter(trainer.EpochsDone);
        callbacks.BeginEpoch(trainer.EpochsDone + 1);
    }

    /// <summary>Sets the learning rate of a step.</summary>
    public void BeginStep()
    {
        if (stepSchedule is not null)
            trainer.Optimizer.LearningRate = stepSchedule.LearningRateAfter(trainer.StepsDone);
    }

    /// <summary>Reports a step, and writes a checkpoint where one is due.</summary>
    /// <param name="progress">The progress of the epoch.</param>
    /// <param name="seconds">The seconds of the epoch so far.</param>
    public void EndStep(in FitProgress progress, double seconds)
    {
        callbacks.EndStep(in progress);
        options.Progress?.Invoke(progress);
        options.ProgressReporter?.Report(progress);

        // After the last step of an epoch the file is written when the epoch has ended.
        if (progress.SamplesDone < progress.Samples && IsStepDue)
            Write(progress.SamplesDone, seconds);
    }

    /// <summary>Evaluates, decides and reports after an epoch, and writes a checkpoint where one is due.</summary>
    public void EndEpoch(EpochResult trained)
    {
        (resumed, loss) = (null, null);
        monitoring.EndEpoch(trained, callbacks);
        if (IsStepDue || IsOver || (trainer.EpochsDone - firstEpoch) % options.Checkpoint?.EveryEpochs == 0)
            Write(samplesDone: 0, seconds: 0);
    }

    /// <summary>Restores the best epoch where that is wanted, and gives the history.</summary>
    public FitHistory End()
    {
        FitHistory history = monitoring.End(isComplete: trainer.EpochsDone >= end);
        callbacks.EndFit(history);
        return history;
    }

    /// <summary>Tells the callbacks that an exception ends the fit.</summary>
    public void Fail(Exception error) => callbacks.Fail(error);

    public void Dispose() => monitoring.Dispose();

    private bool IsStepDue => (trainer.StepsDone - firstStep) % options.Checkpoint?.EverySteps == 0;

    private CheckpointContent? ReadLatest()
    {
        if (folder?.Latest is not { } path)
            return null;
        if (!options.Resume)
        {
            throw new IOException(
                $"'{path}' is a checkpoint of an earlier training. Set {nameof(FitOptions)}.{nameof(FitOptions.Resume)} to go on from it, "
                    + "or take another folder, or delete the file, to begin anew.");
        }

        CheckpointContent content = CheckpointFile.Read(path, trainer);
        new CheckpointCheck(path, content.State).Require(trainer, data, plan, options);
        return content;
    }

    private void Resume(CheckpointContent content)
    {
        content.Apply(trainer);
        trainer.Resume(content.State);
        monitoring.Resume(content);
        resumed = content.State.SamplesDone > 0 ? content.State : null;
    }

    private void Write(int samplesDone, double seconds)
    {
        if (folder is null)
            return;

        // The weights that a file has under the network's own names are those to predict with.
        trainer.UseWeights(averaged: true);
        OptimizerNumbers numbers = trainer.Optimizer.Numbers;
        (double sum, double weight) = loss?.Sums ?? (0, 0);
        CheckpointState state = monitoring.WriteTo(new CheckpointState
        {
            Version = CheckpointState.CurrentVersion,
            Network = trainer.Network.Name,
            Optimizer = trainer.Optimizer.GetType().Name,
            BatchSize = trainer.BatchSize,
            Seed = trainer.Seed,
            Samples = data.Count,
            Shuffle = options.Shuffle,
            DropLast = options.DropLast,
            Accumulate = options.Accumulate,
            AverageSteps = trainer.AverageOfSteps?.Steps ?? 0,
            FirstEpoch = firstEpoch,
            FirstStep = firstStep,
            EpochsDone = trainer.EpochsDone,
            StepsDone = trainer.StepsDone,
            ForwardPasses = trainer.ForwardPasses,
            SamplesDone = samplesDone,
            LossSum = sum,
            LossWeight = weight,
            Seconds = seconds,
            OptimizerSteps = numbers.Steps,
            LearningRate = numbers.LearningRate,
            OptimizerNumbers = numbers.Own,
            Best = new BestValueState("", 0, 0),
            HasBestWeights = false,
            StoppedEarly = false,
            History = [],
        });
        folder.Write(trainer.StepsDone, stream => CheckpointFile.Write(stream, trainer, state, monitoring.BestWeights));
    }
}
