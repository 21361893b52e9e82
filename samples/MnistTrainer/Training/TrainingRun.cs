using MnistTrainer.CommandLine;
using MnistTrainer.Data;
using NetGen;
using NetGen.Data;

namespace MnistTrainer.Training;

/// <summary>Trains a network by the library's own <c>Fit</c>, with one cycle of the learning rate over the whole run.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainerOptions options;
    private readonly Trainer trainer;
    private readonly IDataSet train;
    private readonly Schedule? schedule;

    /// <param name="network">The network.</param>
    /// <param name="data">The images.</param>
    /// <param name="options">The settings.</param>
    /// <param name="seed">One of their seeds.</param>
    public TrainingRun(Network network, ImageData data, TrainerOptions options, int seed)
    {
        (this.options, train) = (options, data.Train);
        if (options.Validation > 0)
            (train, Validation) = data.Train.Split(1 - options.Validation, seed, stratified: true);
        TrainingImages = train.Count;
        if (options.Augment)
            train = data.Kind.Augment(train, seed);
        Optimizer optimizer = OptimizerCatalog.Create(options.Optimizer, options.LearningRate);
        int batchSize = Math.Min(options.BatchSize, train.Count);
        int stepsPerEpoch = (train.Count + (options.DropLast ? 0 : batchSize - 1)) / batchSize;

        // A cycle has at least two steps; a tiny set may need only one. A schedule-free optimizer takes none.
        schedule = optimizer is ScheduleFreeAdamW
            ? null
            : new OneCycleSchedule(optimizer.LearningRate, (int)Math.Clamp((long)stepsPerEpoch * options.Epochs, 2, int.MaxValue));
        trainer = network.CreateTrainer(optimizer, batchSize, options.Threads, seed);
        if (options.Profile)
            trainer.Profile = new Profile();
        string seeds = string.Join(", ", options.Seeds);
        Description = $"{options.Optimizer}, learning rate up to {optimizer.LearningRate:G4}, batch size {batchSize}, "
            + $"{options.Threads} {(options.Threads == 1 ? "thread" : "threads")}, {(options.Seeds.Count == 1 ? "seed" : "seeds")} {seeds}"
            + (options.Augment ? ", augmented" : "") + (options.Ema is { } decay ? $", average of weights {decay:G6}" : "");
    }

    /// <summary>The number of images that are trained on.</summary>
    public int TrainingImages { get; }

    /// <summary>The images that epochs are judged on; null without --validation.</summary>
    public IDataSet? Validation { get; }

    /// <summary>The settings, for the user.</summary>
    public string Description { get; }

    /// <summary>Where the time of the steps went; null without --profile.</summary>
    public Profile? Profile => trainer.Profile;

    public void Dispose() => trainer.Dispose();

    /// <summary>
    /// Trains for all epochs, or until it stops early. With validation the network has the weights of the best epoch then.
    /// </summary>
    /// <param name="callbacks">Hear of each step and epoch.</param>
    /// <param name="cancellation">Ends training after a step.</param>
    public FitHistory Fit(IReadOnlyList<FitCallback> callbacks, CancellationToken cancellation) => trainer.Fit(
        train,
        options.Epochs,
        new FitOptions
        {
            StepSchedule = schedule,
            DropLast = options.DropLast,
            Prefetch = options.Augment,
            Validation = Validation,
            KeepBest = Validation is not null,
            EarlyStopping = options.EarlyStop is { } patience ? new EarlyStopping(patience) : null,
            Average = options.Ema is { } decay ? new WeightAverage(decay) : null,
            Checkpoint = options.Resume is { } folder ? new Checkpoint(folder) : null,
            Resume = options.Resume is not null,
            Callbacks = callbacks,
        },
        cancellation);
}
