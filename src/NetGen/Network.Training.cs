namespace NetGen;

public abstract partial class Network
{
    internal const int EvaluationBatch = 64;

    /// <summary>Makes a trainer for this network: allocates the memory of a training step and starts the threads.</summary>
    /// <remarks>
    /// Where the network's assembly was compiled without optimisation (Debug), in which it runs slower, the first trainer or predictor of a
    /// process says so in one line on standard error; not beside a debugger, nor where the AppContext switch
    /// <c>NetGen.SilenceUnoptimizedBuild</c> is set.
    /// </remarks>
    /// <param name="optimizer">The optimizer; a new one for each network.</param>
    /// <param name="batchSize">The largest number of samples of a step, at least 1.</param>
    /// <param name="threads">
    /// The number of threads that share the work, at least 1; all processors where none is given. The results do not depend on it.
    /// </param>
    /// <param name="seed">Seeds dropout, and the order in which <see cref="Trainer.Fit"/> takes the samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The batch size or the number of threads is below 1, or the batch size is 1 and a layer normalises over the batch, or the memory
    /// would not fit into one array.
    /// </exception>
    /// <exception cref="InvalidOperationException">The optimizer belongs to another network.</exception>
    public Trainer CreateTrainer(Optimizer optimizer, int batchSize, int? threads = null, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return new Trainer(this, optimizer, batchSize, threads, seed);
    }

    /// <summary>Makes a predictor that shares the work of a batch among threads.</summary>
    /// <param name="batchSize">
    /// The largest number of samples that are computed at once, at least 1; longer inputs go in parts, or are refused where a layer looks
    /// across the samples.
    /// </param>
    /// <param name="threads">
    /// The number of threads that share the work, at least 1; all processors where none is given. The results do not depend on it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or the memory would not fit into one array.</exception>
    public Predictor CreatePredictor(int batchSize, int? threads = null) => new(this, batchSize, threads ?? Environment.ProcessorCount);

    /// <summary>
    /// Allocates buffers for all outputs of a batch: its output and the named ones. Its own class <c>Outputs</c>, where it has
    /// one, has a member for each.
    /// </summary>
    /// <param name="samples">The number of samples of the batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of samples is below 1, or too many for an array.</exception>
    public NetworkOutputs CreateOutputs(int samples) => new(Description, samples);

    /// <summary>Trains this network on a data set; for more than one call, or for steps by hand, make a trainer.</summary>
    /// <param name="data">A data set whose samples and labels fit the network.</param>
    /// <param name="optimizer">The optimizer; a new one for each network.</param>
    /// <param name="epochs">How many times to go through the data, at least 1.</param>
    /// <param name="batchSize">The number of samples of a step; all samples where the set has no more.</param>
    /// <param name="threads">The number of threads; all processors where none is given. The results do not depend on it.</param>
    /// <param name="seed">Seeds dropout and the order of the samples.</param>
    /// <param name="options">Order, schedules, validation, checkpoints and reports; the defaults where none are given.</param>
    /// <param name="cancellation">Stops training between two steps; the network keeps what it has learnt.</param>
    /// <returns>One result for each epoch.</returns>
    /// <exception cref="ArgumentException">
    /// The data set does not fit the network (the message names both shapes), holds a value that is not finite, or a label that names no
    /// class; a schedule ends before the fit; no batch is left; or one of a single sample, where a layer normalises over the batch; or the
    /// options do not fit together, or the labels.
    /// </exception>
    /// <exception cref="InvalidDataException">The checkpoint to go on from is damaged, or of another training.</exception>
    /// <exception cref="IOException">A checkpoint cannot be written or read, or there is one of an earlier training.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is below 1, or its memory would not fit into one array.</exception>
    /// <exception cref="NotSupportedException">The network has no loss.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    /// <exception cref="NonFiniteLossException">The loss of a step is NaN or infinite, and the options do not say to go on.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public FitHistory Fit(
        IDataSet data,
        Optimizer optimizer,
        int epochs,
        int batchSize = 64,
        int? threads = null,
        int seed = 0,
        FitOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);

        // No batch is larger than the set, so that no memory need be; with DropLast a batch that is not full is none.
        int largest = options?.DropLast == true ? batchSize : Math.Min(batchSize, Math.Max(data.Count, 2));
        using Trainer trainer = CreateTrainer(optimizer, largest, threads, seed);
        return trainer.Fit(data, epochs, options, cancellation);
    }

    /// <summary>
    /// Predicts every sample of a data set and compares, in one pass: the mean loss, with class labels the accuracy and the confusion
    /// matrix, and metrics, as in <c>network.Evaluate(test, metrics: ["f1", "roc_auc"])["f1"]</c>.
    /// </summary>
    /// <remarks>
    /// Where a layer normalises over the batch without running statistics, the batch is the whole set, all of it in memory at once.
    /// </remarks>
    /// <param name="data">A data set whose samples and labels fit the network.</param>
    /// <param name="threads">The number of threads; all processors where none is given. The results do not depend on it.</param>
    /// <param name="metrics">Metrics, as objects or by name (<see cref="Metric.Named"/>); none where none are given.</param>
    /// <exception cref="ArgumentException">
    /// The data set does not fit the network (the message names both shapes), holds a value that is not finite, or a label that names no
    /// class; or a metric does not fit the loss or the labels, or stands twice.
    /// </exception>
    /// <exception cref="NotSupportedException">The network has no loss to evaluate.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public Evaluation Evaluate(IDataSet data, int? threads = null, IReadOnlyList<Metric>? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var evaluator = new Evaluator(this, data, metrics ?? [], EvaluationBatch, threads ?? Environment.ProcessorCount);
        return evaluator.Run();
    }
}
