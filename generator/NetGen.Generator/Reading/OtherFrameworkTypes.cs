namespace NetGen.Generator.Reading;

/// <summary>
/// Types and modules by which PyTorch and Keras know what the library has under another name, or in another form; and types of the
/// library's other packages, where they are missing.
/// </summary>
internal static class OtherFrameworkTypes
{
    /// <summary>The optimizers, as messages list them.</summary>
    public const string Optimizers = "SGD, Adam, AdamW, RMSprop, Adagrad, Adadelta, NAdam, Lion, Muon and ScheduleFreeAdamW";

    private const string ByHand =
        "There is no such schedule: set the optimizer's LearningRate in FitOptions.EpochEnded, or in FitOptions.Progress after a step";
    private const string OtherOptimizers = "The optimizers are " + Optimizers;
    private const string Batches =
        "Fit makes the batches of a data set itself: it takes the batch size and shuffles, and FitOptions has Shuffle and DropLast";
    private const string Parts =
        "Parts of a data set are made of parts of its arrays, new ArrayDataSet(samples[..800], labels[..800], classes), or by Split and "
        + "Subset of the package NetGen.Data";
    private const string DataPackage =
        "It is in the package NetGen.Data: dotnet add package NetGen.Data, and using NetGen.Data at the top of the file";
    private const string Numbers = "Samples, outputs and gradients are arrays and spans of floats: float[] and ReadOnlySpan<float>";
    private const string Networks = "A network is a partial class with [Network], and its layers are attributes in their order";
    private const string Callbacks = "FitOptions.EpochEnded and Progress are called after each epoch and step, and StopWhen ends training";

    private static readonly Dictionary<string, TypeCounterpart> Types = new(StringComparer.Ordinal)
    {
        ["StepLR"] = Schedule("StepSchedule"),
        ["MultiStepLR"] = Schedule("MultiStepSchedule"),
        ["ExponentialLR"] = Schedule("ExponentialSchedule"),
        ["CosineAnnealingLR"] = Schedule("CosineAnnealingSchedule"),
        ["LinearLR"] = Schedule("LinearSchedule"),
        ["OneCycleLR"] = Schedule("OneCycleSchedule"),
        ["ExponentialDecay"] = Schedule("ExponentialSchedule"),
        ["CosineDecay"] = Schedule("CosineAnnealingSchedule"),
        ["PiecewiseConstantDecay"] = Schedule("MultiStepSchedule"),
        ["ConstantLR"] = new(ByHand),
        ["PolynomialLR"] = new(ByHand),
        ["LambdaLR"] = new(ByHand),
        ["MultiplicativeLR"] = new(ByHand),
        ["CyclicLR"] = new(ByHand),
        ["SequentialLR"] = new(
            "A schedule behind a linear warm-up is WarmupSchedule, which takes that schedule and the number of steps", "WarmupSchedule"),
        ["ChainedScheduler"] = new(ByHand),
        ["CosineAnnealingWarmRestarts"] = Schedule("CosineAnnealingWarmRestartsSchedule"),
        ["CosineDecayRestarts"] = Schedule("CosineAnnealingWarmRestartsSchedule"),
        ["ReduceLROnPlateau"] = new(
            "Here it is ReduceOnPlateau, which is given to FitOptions as ReduceOnPlateau and lowers the rate by FitOptions.Monitor",
            "ReduceOnPlateau"),
        ["LearningRateScheduler"] = new(ByHand),
        ["Nadam"] = new("Here it is NAdam", "NAdam"),
        ["AdamWScheduleFree"] = new("Here it is ScheduleFreeAdamW", "ScheduleFreeAdamW"),
        ["AveragedModel"] = new(
            "Here it is WeightAverage, which is given to FitOptions or a trainer as Average", "WeightAverage"),
        ["Adamax"] = new(OtherOptimizers),
        ["RAdam"] = new(OtherOptimizers),
        ["Rprop"] = new(OtherOptimizers),
        ["ASGD"] = new(OtherOptimizers),
        ["LBFGS"] = new(OtherOptimizers),
        ["Adafactor"] = new(OtherOptimizers),
        ["TensorDataset"] = new(
            "Here it is ArrayDataSet, which takes samples, labels and the number of classes, or samples and targets", "ArrayDataSet"),
        ["Dataset"] = new("Here it is IDataSet; ArrayDataSet is one of arrays", "IDataSet"),
        ["IterableDataset"] = new(
            "Here it is IDataSet, which has a number of samples; without one, call Step of a trainer in a loop", "IDataSet"),
        ["MNIST"] = new("Here it is Mnist", "Mnist"),
        ["DataLoader"] = new(Batches),
        ["CsvDataSet"] = new(DataPackage),
        ["CsvColumns"] = new(DataPackage),
        ["CsvModel"] = new(DataPackage),
        ["ImageFolder"] = new(DataPackage),
        ["ImageModel"] = new(DataPackage),
        ["TextDataSet"] = new(DataPackage),
        ["TextWindows"] = new(DataPackage),
        ["TextModel"] = new(DataPackage),
        ["Subset"] = new(Parts),
        ["random_split"] = new(Parts),
        ["Tensor"] = new(Numbers),
        ["torch"] = new($"{Numbers}. {Networks}"),
        ["tf"] = new($"{Numbers}. {Networks}"),
        ["np"] = new(Numbers),
        ["Module"] = new(Networks),
        ["Sequential"] = new(Networks),
        ["ModuleList"] = new($"{Networks}; a block repeats with Repeat = n"),
        ["CrossEntropyLoss"] = LossFunction("CrossEntropy"),
        ["NLLLoss"] = LossFunction("NLL"),
        ["MSELoss"] = LossFunction("MSE"),
        ["L1Loss"] = LossFunction("L1"),
        ["SmoothL1Loss"] = LossFunction("SmoothL1"),
        ["HuberLoss"] = LossFunction("Huber"),
        ["BCELoss"] = LossFunction("BCE"),
        ["BCEWithLogitsLoss"] = LossFunction("BCEWithLogits"),
        ["KLDivLoss"] = LossFunction("KLDiv"),
        ["PoissonNLLLoss"] = LossOfNetwork("PoissonNLL"),
        ["SoftMarginLoss"] = LossOfNetwork("SoftMargin"),
        ["MultiMarginLoss"] = LossOfNetwork("MultiMargin"),
        ["MultiLabelMarginLoss"] = LossOfNetwork("MultiLabelMargin"),
        ["MultiLabelSoftMarginLoss"] = LossOfNetwork("MultiLabelSoftMargin"),
        ["HingeEmbeddingLoss"] = LossOfNetwork("HingeEmbedding"),
        ["CategoricalCrossentropy"] = LossFunction("CrossEntropy"),
        ["SparseCategoricalCrossentropy"] = LossFunction("CrossEntropy"),
        ["BinaryCrossentropy"] = LossFunction("BCE"),
        ["MeanSquaredError"] = LossFunction("MSE"),
        ["MeanAbsoluteError"] = LossFunction("L1"),
        ["ModelCheckpoint"] = new(
            "Here it is Checkpoint, which takes a folder and is given to FitOptions as Checkpoint; the best epoch is kept by "
            + "FitOptions.KeepBest",
            "Checkpoint"),
        ["Callback"] = new(Callbacks),
        ["AUC"] = Metric("RocAuc", "roc_auc"),
        ["SparseCategoricalAccuracy"] = Metric("Accuracy", "accuracy"),
        ["SparseTopKCategoricalAccuracy"] = Metric("TopKAccuracy", "top_5_accuracy"),
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Types.Keys;

    /// <summary>What the library has in the place of a type, or null for one that no framework has.</summary>
    public static TypeCounterpart? Find(string name) => Types.TryGetValue(name, out TypeCounterpart? counterpart) ? counterpart : null;

    private static TypeCounterpart Schedule(string ours) =>
        new($"Here it is {ours}, which takes the learning rate and not the optimizer, and is given to FitOptions as StepSchedule or "
            + "EpochSchedule", ours);

    private static TypeCounterpart Metric(string ours, string name) =>
        new($"Here it is {ours}; FitOptions.Metrics and Evaluate take it as an object or by its name, \"{name}\"", ours);

    private static TypeCounterpart LossOfNetwork(string ours) => new($"A network ends in its loss, [{ours}]");

    private static TypeCounterpart LossFunction(string ours) =>
        new($"{LossOfNetwork(ours).Meaning}; for a loop written by hand the method Loss.{ours} gives value and gradient");
}
