namespace NetGen;

/// <summary>What a checkpoint has beside its tensors; written as JSON into the file's metadata.</summary>
internal sealed record CheckpointState
{
    /// <summary>The version of this record that a file has.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the record.</summary>
    public required int Version { get; init; }

    /// <summary>The name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>The type of the optimizer.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The trainer's batch size.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The trainer's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The number of samples of the data set.</summary>
    public required int Samples { get; init; }

    /// <summary><see cref="FitOptions.Shuffle"/>.</summary>
    public required bool Shuffle { get; init; }

    /// <summary><see cref="FitOptions.DropLast"/>.</summary>
    public required bool DropLast { get; init; }

    /// <summary><see cref="FitOptions.Accumulate"/>.</summary>
    public int Accumulate { get; init; } = 1;

    /// <summary>The steps of the average of the parameters; 0 without one.</summary>
    public long AverageSteps { get; init; }

    /// <summary>The epochs that the trainer had made before the fit.</summary>
    public required int FirstEpoch { get; init; }

    /// <summary>The steps that the trainer had made before the fit.</summary>
    public required long FirstStep { get; init; }

    /// <summary>The epochs that the trainer has made.</summary>
    public required int EpochsDone { get; init; }

    /// <summary>The steps that the trainer has made.</summary>
    public required long StepsDone { get; init; }

    /// <summary>The forward passes that the trainer has made, which dropout's random numbers follow from.</summary>
    public required ulong ForwardPasses { get; init; }

    /// <summary>The samples of the epoch that were trained on; 0 between two epochs.</summary>
    public required int SamplesDone { get; init; }

    /// <summary>The sum of the epoch's losses.</summary>
    public required double LossSum { get; init; }

    /// <summary>What that is divided by.</summary>
    public required double LossWeight { get; init; }

    /// <summary>The seconds that the epoch took so far.</summary>
    public required double Seconds { get; init; }

    /// <summary>The steps that the optimizer has made.</summary>
    public required long OptimizerSteps { get; init; }

    /// <summary>The optimizer's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The optimizer's own numbers, by names.</summary>
    public required Dictionary<string, double> OptimizerNumbers { get; init; }

    /// <summary>The best epoch so far.</summary>
    public required BestValueState Best { get; init; }

    /// <summary>Whether the file has the best epoch's parameters.</summary>
    public required bool HasBestWeights { get; init; }

    /// <summary>That of early stopping.</summary>
    public BestValueState? EarlyStopping { get; init; }

    /// <summary>What <see cref="ReduceOnPlateau"/> remembers.</summary>
    public PlateauNumbers? Plateau { get; init; }

    /// <summary>Whether training was stopped early.</summary>
    public required bool StoppedEarly { get; init; }

    /// <summary>The epochs of the fit.</summary>
    public required EpochState[] History { get; init; }
}
