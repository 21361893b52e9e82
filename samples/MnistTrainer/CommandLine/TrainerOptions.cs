namespace MnistTrainer.CommandLine;

/// <summary>The checked options.</summary>
/// <param name="Model">A name of the model catalog.</param>
/// <param name="Data">The folder with the user's own IDX files, or null: cache, download, drawn digits.</param>
/// <param name="Epochs">Passes over the training images; 0 only evaluates what <paramref name="Load"/> names.</param>
/// <param name="BatchSize">Images per step.</param>
/// <param name="DropLast">Whether the last batch of an epoch is dropped if it is smaller.</param>
/// <param name="Optimizer">A name of the optimizer catalog.</param>
/// <param name="LearningRate">The maximal learning rate of the schedule, or null for the optimizer's default.</param>
/// <param name="Seed">Seeds initial weights, shuffling and dropout.</param>
/// <param name="Threads">Training threads.</param>
/// <param name="Save">Where the weights go after each epoch and at the end, or null.</param>
/// <param name="Load">The file with the initial weights, or null.</param>
/// <param name="Json">The file that gets a line of JSON for each epoch, or null.</param>
/// <param name="Profile">Whether to show where the time of training steps went.</param>
internal sealed record TrainerOptions(
    string Model,
    string? Data,
    int Epochs,
    int BatchSize,
    bool DropLast,
    string Optimizer,
    double? LearningRate,
    int Seed,
    int Threads,
    string? Save,
    string? Load,
    string? Json,
    bool Profile);
