using System.CommandLine;
using MnistTrainer.Models;
using MnistTrainer.Training;

namespace MnistTrainer.CommandLine;

/// <summary>The command with its options; each is checked before anything is read, trained or written.</summary>
internal sealed class TrainerCommand
{
    private const int MaximalThreads = 256;
    private const int MaximalBatch = 8192;
    private const int MaximalEpochs = 10_000;

    private readonly Option<string> model = new("--model")
    {
        Description = "The network to train.",
        HelpName = string.Join('|', ModelCatalog.Names),
        DefaultValueFactory = _ => ModelCatalog.Default,
    };

    private readonly Option<string?> data = new("--data")
    {
        Description = "A folder with the four MNIST files, gzipped or not. Default: the user's cache, else a download, else drawn digits.",
        HelpName = "DIR",
    };

    private readonly Option<int> epochs = new("--epochs")
    {
        Description = "Passes over the training images; 0 only evaluates.",
        HelpName = "N",
        DefaultValueFactory = _ => TrainingDefaults.Epochs,
    };

    private readonly Option<int> batchSize = new("--batch-size")
    {
        Description = "Images per training step.",
        HelpName = "N",
        DefaultValueFactory = _ => TrainingDefaults.BatchSize,
    };

    private readonly Option<bool> dropLast = new("--drop-last")
    {
        Description = "Drop the last batch of an epoch if it is smaller.",
    };

    private readonly Option<string> optimizer = new("--optimizer")
    {
        Description = $"The optimizer: {string.Join(", ", OptimizerCatalog.Names)}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => OptimizerCatalog.Default,
    };

    private readonly Option<double?> learningRate = new("--learning-rate")
    {
        Description = "The maximal learning rate of the schedule. The default depends on the optimizer.",
        HelpName = "X",
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "Seeds initial weights, shuffling and dropout; the same seed gives the same bits.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Training threads; the result does not depend on their number.",
        HelpName = "N",
        DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MaximalThreads),
    };

    private readonly Option<string?> save = new("--save")
    {
        Description = "Write the weights here (safetensors) after each epoch and at the end.",
        HelpName = "FILE",
    };

    private readonly Option<string?> load = new("--load")
    {
        Description = "Start from the weights in this file (safetensors).",
        HelpName = "FILE",
    };

    private readonly Option<string?> json = new("--json")
    {
        Description = "Append one line of JSON for each epoch to this file.",
        HelpName = "FILE",
    };

    private readonly Option<bool> profile = new("--profile")
    {
        Description = "Show where the time of the training steps went, method by method.",
    };

    public TrainerCommand(Func<TrainerOptions, Task<int>> run)
    {
        model.RequireOneOf(ModelCatalog.Names);
        optimizer.RequireOneOf(OptimizerCatalog.Names);
        epochs.RequireRange(0, MaximalEpochs);
        batchSize.RequireRange(1, MaximalBatch);
        seed.RequireRange(0, int.MaxValue);
        threads.RequireRange(1, MaximalThreads);
        learningRate.RequirePositive();
        data.RequireFolder();
        load.RequireFile();
        save.RequirePlaceForFile();
        json.RequirePlaceForFile();
        Root = new RootCommand("Trains a network on handwritten digits and shows its accuracy on the test set.")
        {
            model, data, epochs, batchSize, dropLast, optimizer, learningRate, seed, threads, save, load, json, profile,
        };
        Root.SetAction(result => run(Read(result)));
    }

    public RootCommand Root { get; }

    private TrainerOptions Read(ParseResult result) => new(
        result.GetRequiredValue(model),
        result.GetValue(data),
        result.GetRequiredValue(epochs),
        result.GetRequiredValue(batchSize),
        result.GetValue(dropLast),
        result.GetRequiredValue(optimizer),
        result.GetValue(learningRate),
        result.GetRequiredValue(seed),
        result.GetRequiredValue(threads),
        result.GetValue(save),
        result.GetValue(load),
        result.GetValue(json),
        result.GetValue(profile));
}
