using System.CommandLine;
using System.CommandLine.Parsing;
using MnistTrainer.Models;
using MnistTrainer.Training;

namespace MnistTrainer.CommandLine;

/// <summary>The options of a training; each is checked before anything is read, trained or written.</summary>
internal sealed class TrainOptionSet
{
    private const int MaximalBatch = 8192;
    private const int MaximalEpochs = 10_000;

    private readonly Option<string?> model = SharedOptions.Model(
        $"The network to train. Default: that of --load, else {ModelCatalog.Default}.");

    private readonly Option<string> dataSet = SharedOptions.DataSet();

    private readonly Option<string?> data = SharedOptions.Data();

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
        Description = "Seeds initial weights, shuffling, dropout and augmentation; the same seed gives the same bits.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<IReadOnlyList<int>?> seeds = new("--seeds")
    {
        Description = "Train once for each seed, and show mean and standard deviation of the test accuracies.",
        HelpName = "N,N,…",
    };

    private readonly Option<int> threads = SharedOptions.Threads();

    private readonly Option<double> validation = new("--validation")
    {
        Description = "The part of the training images that epochs are judged on; the best epoch is kept, and the test set evaluated once.",
        HelpName = "PART",
    };

    private readonly Option<bool> augment = new("--augment")
    {
        Description = "Change the training images anew in each epoch: digits by rotation, shift and scale, clothes by flip and shift.",
    };

    private readonly Option<int?> earlyStop = new("--early-stop")
    {
        Description = "End after N epochs without a better validation loss.",
        HelpName = "N",
    };

    private readonly Option<double?> ema = new("--ema")
    {
        Description = "Average the weights over the steps, keeping so much of the average at each: 0.999.",
        HelpName = "DECAY",
    };

    private readonly Option<string?> resume = new("--resume")
    {
        Description = "Write a checkpoint into this folder after each epoch, and go on from the latest one, to the same bits.",
        HelpName = "DIR",
    };

    private readonly Option<string?> save = new("--save")
    {
        Description = "Write the weights here (safetensors) after each epoch and at the end.",
        HelpName = "FILE",
    };

    private readonly Option<string?> load = SharedOptions.Load("Start from the weights in this file (safetensors).");

    private readonly Option<string?> json = new("--json")
    {
        Description = "Append one line of JSON for each epoch to this file.",
        HelpName = "FILE",
    };

    private readonly Option<string?> report = new("--report")
    {
        Description = "Write a page of HTML here: curves, confusion matrix, worst mistakes, filters, layers.",
        HelpName = "FILE",
    };

    private readonly Option<string?> tensorBoard = new("--tensorboard")
    {
        Description = "Write event files for TensorBoard into this folder.",
        HelpName = "DIR",
    };

    private readonly Option<bool> profile = new("--profile")
    {
        Description = "Show where the time of the training steps went, method by method.",
    };

    public TrainOptionSet()
    {
        optimizer.RequireOneOf(OptimizerCatalog.Names);
        epochs.RequireRange(0, MaximalEpochs);
        batchSize.RequireRange(1, MaximalBatch);
        seed.RequireRange(0, int.MaxValue);
        seeds.RequireSeeds();
        learningRate.RequirePositive();
        validation.RequireRange(0, 0.5);
        earlyStop.RequireAtLeastOne();
        ema.RequireBelowOne();
        resume.RequirePlaceForFolder();
        save.RequirePlaceForFile();
        json.RequirePlaceForFile();
        report.RequirePlaceForFile();
        tensorBoard.RequirePlaceForFolder();
    }

    /// <summary>Adds all options to a command, with a check of which of them go together.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            model, dataSet, data, epochs, batchSize, dropLast, optimizer, learningRate, seed, seeds, threads, validation, augment,
            earlyStop,
            ema, resume, save, load, json, report, tensorBoard, profile,
        ];
        foreach (Option option in all)
            command.Options.Add(option);
        command.Validators.Add(RequireTogether);
    }

    public TrainerOptions Read(ParseResult result) => new()
    {
        Model = result.GetValue(model),
        DataSet = result.GetRequiredValue(dataSet),
        Data = result.GetValue(data),
        Epochs = result.GetRequiredValue(epochs),
        BatchSize = result.GetRequiredValue(batchSize),
        DropLast = result.GetValue(dropLast),
        Optimizer = result.GetRequiredValue(optimizer),
        LearningRate = result.GetValue(learningRate),
        Seeds = result.GetValue(seeds) ?? [result.GetRequiredValue(seed)],
        Threads = result.GetRequiredValue(threads),
        Validation = result.GetValue(validation),
        Augment = result.GetValue(augment),
        EarlyStop = result.GetValue(earlyStop),
        Ema = result.GetValue(ema),
        Resume = result.GetValue(resume),
        Save = result.GetValue(save),
        Load = result.GetValue(load),
        Json = result.GetValue(json),
        Report = result.GetValue(report),
        TensorBoard = result.GetValue(tensorBoard),
        Profile = result.GetValue(profile),
    };

    private void RequireTogether(CommandResult result)
    {
        // A wrong value has its error already.
        if (result.Children.OfType<OptionResult>().Any(option => option.Errors.Any()))
            return;
        result.RequireFolderOfOtherSets(dataSet, data);
        if (result.IsStated(earlyStop) && result.GetValue(validation) == 0)
            result.AddError($"{earlyStop.Name} judges epochs by the validation loss; state {validation.Name} 0.1 too.");
        foreach (Option<string?> option in new[] { report, tensorBoard })
        {
            if (result.IsStated(option) && result.IsStated(epochs) && result.GetValue(epochs) == 0)
                result.AddError($"{option.Name} shows epochs; state {epochs.Name} of at least 1.");
        }

        if (!result.IsStated(seeds))
            return;
        foreach (Option option in new Option[] { seed, save, report, profile })
        {
            if (result.IsStated(option))
                result.AddError($"{seeds.Name} trains several networks and does not go with {option.Name}.");
        }
    }
}
