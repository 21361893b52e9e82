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
    /// epochs. With <see cref="FitOptions.Resume"/> those that were made before the crash count.
    /// </param>
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
    /// <exception cref="NotSupportedException">The network has no loss.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    /// <exception cref="NonFiniteLossException">The loss of a step is NaN or infinite, and the options do not say to go on.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public FitHistory Fit(IDataSet data, int epochs, FitOptions? options = null, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        RequireAnyLoss();
        options ??= new FitOptions();
        (double? norm, double? value) = (ClipNorm, ClipValue);
        try
        {
            (ClipNorm, ClipValue) = (options.ClipNorm ?? norm, options.ClipValue ?? value);
            Average = options.Average ?? Average;
            accumulation = options.Accumulate == 1 ? null : accumulation ?? new GradientAccumulation(Network.Memory);
            return RunFit(data, epochs, options, cancellation);
        }
        finally
        {
            (ClipNorm, ClipValue) = (norm, value);
        }
    }

    private FitHistory RunFit(IDataSet data, int epochs, FitOptions options, CancellationToken cancellation)
    {
        using var reader = new BatchReader(Network, data, BatchSize, options.Prefetch);
        var plan = new FitPlan(Network, data, BatchSize, options);
        using var run = new FitRun(this, data, plan, epochs, options);
        try
        {
            keepsGradients = run.NeedsGradients;
            run.Begin();
            RunEpochs(data, reader, plan, run, options, cancellation);
            return run.End();
        }
        catch (Exception error)
        {
            run.Fail(error);
            throw;
        }
        finally
        {
            keepsGradients = false;
        }
    }

    private void RunEpochs(
        IDataSet data, BatchReader reader, FitPlan plan, FitRun run, FitOptions options, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, data.Count)];
        try
        {
            while (!run.IsOver)
            {
                if (options.Shuffle)
                    Shuffle(order, ShuffleStreams + (uint)epochsDone);
                reader.BeginEpoch(data.OfEpoch(epochsDone), order, begin: run.SamplesDone, end: plan.SamplesPerEpoch);
                run.EndEpoch(RunEpoch(reader, plan.SamplesPerEpoch, run, options, cancellation));
            }
        }
        finally
        {
            UseWeights(averaged: true);
        }
    }

    private void RequireAnyLoss()
    {
        if (Network.Description.Loss is null)
            throw new NotSupportedException(
                $"{Network.Name} has no loss to be trained by; its Forward and Backward can be chained with other networks.");
    }

    /// <summary>The trainer's seed.</summary>
    internal ulong Seed => seed;

    /// <summary>The number of forward passes, which dropout's random numbers follow from.</summary>
    internal ulong ForwardPasses => forwardPasses;

    /// <summary>The epochs of all fits.</summary>
    internal int EpochsDone => epochsDone;

    /// <summary>The steps of all fits.</summary>
    internal long StepsDone => stepsDone;

    /// <summary>Counts on from a checkpoint.</summary>
    internal void Resume(CheckpointState state) =>
        (forwardPasses, epochsDone, stepsDone, hasForward) = (state.ForwardPasses, state.EpochsDone, state.StepsDone, false);

    private EpochResult RunEpoch(
        BatchReader reader, int samples, FitRun run, FitOptions options, CancellationToken cancellation)
    {
        var lossOfAll = new LossOfBatches(Network, loss);
        var lossOfStep = new LossOfBatches(Network, loss);
        run.BeginEpoch(lossOfAll);
        long started = Stopwatch.GetTimestamp();
        for (int done = run.SamplesDone; done < samples;)
        {
            cancellation.ThrowIfCancellationRequested();
            run.BeginStep();
            lossOfStep.Sums = (0, 0);
            done += RunStep(reader, lossOfAll, lossOfStep, options);
            stepsDone++;
            var progress = new FitProgress(epochsDone + 1, done, samples, lossOfAll.Value, Optimizer.LearningRate)
            {
                GradientNorm = ClipNorm is null ? double.NaN : GradientNorm,
                StepLoss = lossOfStep.Value,
            };
            run.EndStep(progress, Seconds());
        }

        epochsDone++;
        NetGenMeter.CountEpoch(Network);
        return new EpochResult(epochsDone, lossOfAll.Value, samples, Seconds()) { LearningRate = Optimizer.LearningRate };

        double Seconds() => run.Seconds + Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>A step on the next batch, or on several as one.</summary>
    /// <returns>The number of samples.</returns>
    private int RunStep(BatchReader reader, LossOfBatches lossOfAll, LossOfBatches lossOfStep, FitOptions options)
    {
        long started = NetGenMeter.BeginStep();
        int samples = 0;
        accumulation?.Begin();
        for (int i = 0; i < options.Accumulate && reader.Next() is { } batch; i++)
        {
            float result = Learn(batch, options.StopAtNonFiniteLoss);
            lossOfAll.Add(result);
            lossOfStep.Add(result);
            samples += batch.Samples;
        }

        if (accumulation is not null)
        {
            accumulation.Finish(divides: Network.Description.Loss!.Reduction != Reduction.Sum, workers);
            Profile?.Begin();
            RunUpdate(ofAll: true);
            Profile?.End();
        }

        NetGenMeter.EndStep(started, this, samples, lossOfStep.Value);
        return samples;
    }

    /// <summary>A training step on a batch that was read and checked, or its part of one.</summary>
    private float Learn(DataBatch batch, bool stopsAtNonFiniteLoss)
    {
        Profile?.Begin();
        float result = Learn(
            batch.Inputs, batch.Samples, batch.Labels, batch.Targets, stopsAtNonFiniteLoss, accumulation, batch.Weights);
        Profile?.End();
        if (stopsAtNonFiniteLoss && HasDiverged(result))
            throw new NonFiniteLossException(result, stepsDone + 1, epochsDone + 1, Optimizer.LearningRate);
        return result;
    }

    // Fisher and Yates, always from the same order, so that an epoch's order depends on the seed and the epoch's number alone.
    private void Shuffle(int[] order, ulong stream)
    {
        var random = new RandomStream(seed, stream);
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = random.NextIndex(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
