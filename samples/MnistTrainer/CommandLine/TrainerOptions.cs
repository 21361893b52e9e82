namespace MnistTrainer.CommandLine;

/// <summary>The checked options of a training.</summary>
internal sealed record TrainerOptions
{
    /// <summary>A name of the model catalog; null for that of <see cref="Load"/>, or the default.</summary>
    public required string? Model { get; init; }

    /// <summary>A name of the catalog of sets.</summary>
    public required string DataSet { get; init; }

    /// <summary>The folder with the user's own IDX files, or null, for MNIST: cache, download, drawn digits.</summary>
    public required string? Data { get; init; }

    /// <summary>Passes over the training images; 0 only evaluates what <see cref="Load"/> names.</summary>
    public required int Epochs { get; init; }

    /// <summary>Images per step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Whether the last batch of an epoch is dropped if it is smaller.</summary>
    public required bool DropLast { get; init; }

    /// <summary>A name of the optimizer catalog.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The maximal learning rate of the schedule, or null for the optimizer's default.</summary>
    public required double? LearningRate { get; init; }

    /// <summary>Each seeds a training: initial weights, shuffling, dropout, augmentation and the validation images.</summary>
    public required IReadOnlyList<int> Seeds { get; init; }

    /// <summary>Training threads.</summary>
    public required int Threads { get; init; }

    /// <summary>The part of the training images that epochs are judged on, and that are not trained on; 0 for none.</summary>
    public required double Validation { get; init; }

    /// <summary>Whether training images are changed anew in each epoch.</summary>
    public required bool Augment { get; init; }

    /// <summary>After how many epochs without a better validation loss training ends; null for never.</summary>
    public required int? EarlyStop { get; init; }

    /// <summary>How much of the average of the weights each step keeps; null for no average.</summary>
    public required double? Ema { get; init; }

    /// <summary>The folder of the checkpoints that a training goes on from, or null.</summary>
    public required string? Resume { get; init; }

    /// <summary>Where the weights go after each epoch and at the end, or null.</summary>
    public required string? Save { get; init; }

    /// <summary>The file with the initial weights, or null.</summary>
    public required string? Load { get; init; }

    /// <summary>The file that gets a line of JSON for each epoch, or null.</summary>
    public required string? Json { get; init; }

    /// <summary>The file that gets a page of HTML, or null.</summary>
    public required string? Report { get; init; }

    /// <summary>The folder that gets event files for TensorBoard, or null.</summary>
    public required string? TensorBoard { get; init; }

    /// <summary>Whether to show where the time of training steps went.</summary>
    public required bool Profile { get; init; }
}
