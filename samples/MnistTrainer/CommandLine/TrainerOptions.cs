namespace MnistTrainer.CommandLine;

/// <summary>What the user asked for, checked.</summary>
/// <param name="Model">A name of the model catalog.</param>
/// <param name="Data">The folder with the user's own IDX files, or null: cache, download, drawn digits.</param>
/// <param name="Epochs">How often to go through the training images; 0 only tests what <paramref name="Load"/> brings.</param>
/// <param name="BatchSize">Images a step.</param>
/// <param name="DropLast">Whether the last batch of an epoch is left out where it is smaller.</param>
/// <param name="Optimizer">A name of the optimizer catalog.</param>
/// <param name="LearningRate">The highest learning rate of the schedule, or null for the optimizer's customary one.</param>
/// <param name="Seed">Decides first weights, order of images and dropout.</param>
/// <param name="Threads">Threads that train.</param>
/// <param name="Save">Where the weights go after each epoch and at the end, or null.</param>
/// <param name="Load">Where the first weights come from, or null.</param>
/// <param name="Json">The file that gets an object a line for each epoch, or null.</param>
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
