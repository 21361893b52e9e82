using MnistTrainer.CommandLine;
using MnistTrainer.Data;
using MnistTrainer.Report;
using NetGen;

namespace MnistTrainer.Training;

/// <summary>Trains a network epoch by epoch, with one cycle of the learning rate over the whole run.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainerOptions options;
    private readonly DigitData data;
    private readonly Trainer trainer;
    private readonly Schedule? schedule;

    public TrainingRun(Network network, DigitData data, TrainerOptions options)
    {
        (this.data, this.options) = (data, options);
        Optimizer optimizer = OptimizerCatalog.Create(options.Optimizer, options.LearningRate);
        int batchSize = Math.Min(options.BatchSize, data.Train.Count);
        int stepsPerEpoch = (data.Train.Count + (options.DropLast ? 0 : batchSize - 1)) / batchSize;

        // A cycle has at least two steps; a tiny set may need only one. A schedule-free optimizer takes none.
        schedule = optimizer is ScheduleFreeAdamW
            ? null
            : new OneCycleSchedule(optimizer.LearningRate, (int)Math.Clamp((long)stepsPerEpoch * options.Epochs, 2, int.MaxValue));
        trainer = network.CreateTrainer(optimizer, batchSize, options.Threads, options.Seed);
        if (options.Profile)
            trainer.Profile = new Profile();
        Description = $"{options.Optimizer}, learning rate up to {optimizer.LearningRate:G4}, batch size {batchSize}, "
            + $"{options.Threads} {(options.Threads == 1 ? "thread" : "threads")}, seed {options.Seed}";
    }

    /// <summary>The settings, for the user.</summary>
    public string Description { get; }

    /// <summary>Where the time of the steps went; null without --profile.</summary>
    public Profile? Profile => trainer.Profile;

    public void Dispose() => trainer.Dispose();

    /// <summary>Trains on each image once, then evaluates the test set.</summary>
    /// <param name="show">Is called after each step with the part done and the mean loss so far.</param>
    /// <param name="cancellation">Ends the epoch after a step.</param>
    public EpochReport RunEpoch(Action<double, string> show, CancellationToken cancellation)
    {
        var fit = new FitOptions
        {
            StepSchedule = schedule,
            DropLast = options.DropLast,
            Progress = progress => show((double)progress.SamplesDone / progress.Samples, $"loss {progress.Loss:F4}"),
        };
        EpochResult trained = trainer.Fit(data.Train, 1, fit, cancellation)[0];
        Evaluation tested = Test();
        return new EpochReport(trained.Epoch, trained.Loss, tested.Loss, tested.Accuracy, trained.Samples, trained.Seconds);
    }

    /// <summary>Evaluates the test set with the present weights.</summary>
    public Evaluation Test() => trainer.Network.Evaluate(data.Test, options.Threads);
}
