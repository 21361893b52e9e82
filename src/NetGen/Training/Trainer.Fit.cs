using System.Diagnostics;
using NetGen.Runtime;

namespace NetGen;

public partial class Trainer
{
    // Streams of the seed's random numbers: those of the shuffles are kept apart from other uses of the same seed.
    private const ulong ShuffleStreams = 1UL << 32;

    private int epochsDone;
    private long stepsDone;

    /// <summary>
    /// Trains on every sample of a data set once an epoch; the last batch of an epoch is smaller where the batch size does not divide the
    /// number of samples, or left out with <see cref="FitOptions.DropLast"/>. What cannot go on to the end is refused before the first
    /// step.
    /// </summary>
    /// <param name="data">A data set whose samples and labels fit the network.</param>
    /// <param name="epochs">
    /// How many times to go through it, at least 1. A further call goes on where this one ended: order of samples, schedules and numbers of
    /// epochs.
    /// </param>
    /// <param name="options">Order, schedules and reports; the defaults where none are given.</param>
    /// <param name="cancellation">Stops training between two steps; the network keeps what it has learnt.</param>
    /// <returns>One result for each epoch.</returns>
    /// <exception cref="ArgumentException">
    /// The data set does not fit the network (the message names both shapes), holds a value that is not finite, or a label that names no
    /// class; a schedule ends before the fit; no batch is left; or one of a single sample, where a layer normalises over the batch.
    /// </exception>
    /// <exception cref="NotSupportedException">The network has no loss.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    /// <exception cref="NonFiniteLossException">The loss of a step is NaN or infinite, and the options do not say to go on.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public IReadOnlyList<EpochResult> Fit(IDataSet data, int epochs, FitOptions? options = null, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        if (Network.Description.Loss is null)
            throw new NotSupportedException(
                $"{Network.Name} has no loss to be trained by; its Forward and Backward can be chained with other networks.");
        options ??= new FitOptions();
        using var reader = new BatchReader(Network, data, BatchSize, options.Prefetch);
        var plan = new FitPlan(Network, data, BatchSize, options);
        plan.Require(epochs, stepsDone, epochsDone);
        int[] order = [.. Enumerable.Range(0, data.Count)];
        var results = new List<EpochResult>();
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            if (options.EpochSchedule is Schedule schedule)
                Optimizer.LearningRate = schedule.LearningRateAt(epochsDone);
            if (options.Shuffle)
                Shuffle(order);
            reader.BeginEpoch(data.OfEpoch(epochsDone), order, begin: 0, end: plan.SamplesPerEpoch);
            EpochResult result = RunEpoch(reader, plan.SamplesPerEpoch, options, cancellation);
            results.Add(result);
            options.EpochEnded?.Invoke(result);
        }

        return results;
    }

    private EpochResult RunEpoch(BatchReader reader, int samples, FitOptions options, CancellationToken cancellation)
    {
        var lossOfAll = new LossOfBatches(Network, loss);
        long started = Stopwatch.GetTimestamp();
        for (int done = 0; done < samples;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (options.StepSchedule is Schedule schedule)
                Optimizer.LearningRate = schedule.LearningRateAt(stepsDone);
            DataBatch batch = reader.Next()!;
            lossOfAll.Add(Learn(batch, options.StopAtNonFiniteLoss));
            done += batch.Samples;
            stepsDone++;
            options.Progress?.Invoke(new FitProgress(epochsDone + 1, done, samples, lossOfAll.Value, Optimizer.LearningRate));
        }

        epochsDone++;
        return new EpochResult(epochsDone, lossOfAll.Value, samples, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>A training step on a batch that was read and checked.</summary>
    private float Learn(DataBatch batch, bool stopsAtNonFiniteLoss)
    {
        Profile?.Begin();
        float result = Learn(batch.Inputs, batch.Samples, batch.Labels, batch.Targets, stopsAtNonFiniteLoss);
        Profile?.End();
        if (stopsAtNonFiniteLoss && HasDiverged(result))
            throw new NonFiniteLossException(result, stepsDone + 1, epochsDone + 1, Optimizer.LearningRate);
        return result;
    }

    // Fisher and Yates, always from the same order, so that an epoch's order depends on the seed and the epoch's number alone.
    private void Shuffle(int[] order)
    {
        var random = new RandomStream(seed, ShuffleStreams + (uint)epochsDone);
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = random.NextIndex(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
