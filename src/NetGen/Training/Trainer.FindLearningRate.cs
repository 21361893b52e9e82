namespace NetGen;

public partial class Trainer
{
    // The batches of the search are drawn from a stream of their own.
    private const ulong SearchStream = 1UL << 33;

    // fastai's: how much of the running mean of the losses is kept, and the multiple of the lowest mean at which the search ends.
    private const double KeptLoss = 0.98;
    private const double DivergedMultiple = 4;

    /// <summary>
    /// Finds a learning rate: makes steps at rates that rise evenly in their logarithm, until the loss diverges, and sees where it falls
    /// most (Smith, "Cyclical learning rates for training neural networks", 2017; fastai's <c>lr_find</c>). Network and optimizer are as
    /// before afterwards.
    /// </summary>
    /// <param name="data">A data set whose samples and labels fit the network; it is gone through more than once where it is small.</param>
    /// <param name="from">The lowest rate, above 0.</param>
    /// <param name="to">The highest rate, above the lowest.</param>
    /// <param name="steps">The number of steps, at least 10.</param>
    /// <param name="cancellation">Stops the search between two steps; network and optimizer are as before.</param>
    /// <returns>The curve, and a suggestion.</returns>
    /// <exception cref="ArgumentException">
    /// The data set does not fit the network, holds a value that is not finite, or a label that names no class; or it is one sample, and a
    /// layer normalises over the batch.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="NotSupportedException">The network has no loss.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public LearningRateCurve FindLearningRate(
        IDataSet data, double from = 1e-7, double to = 10, int steps = 100, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(data);
        RequireRates(from, to, steps);
        RequireAnyLoss();

        // Batches are whole ones, so that the steps are alike.
        int size = Math.Min(BatchSize, Math.Max(1, data.Count));
        var batch = new DataBatch(Network, data, size);
        new FitPlan(Network, data, size, new FitOptions { DropLast = true }).RequireBatches();
        if (size == 1 && Network.Description.LayerThatNeedsTwoSamples is { } layer)
            throw new ArgumentException($"'{data.Name}' has 1 sample, and '{layer}' of {Network.Name} takes at least 2.", nameof(data));
        var before = new TrainerSnapshot(this);
        (ulong passesBefore, AveragedWeights? averageBefore) = (forwardPasses, average);
        average = null;
        try
        {
            return Search(batch, data.Count, size, from, to, steps, cancellation);
        }
        finally
        {
            before.Restore();
            (forwardPasses, average) = (passesBefore, averageBefore);
        }
    }

    private LearningRateCurve Search(
        DataBatch batch, int samples, int size, double from, double to, int steps, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, samples)];
        var points = new List<LearningRatePoint>();
        double mean = 0, lowest = double.PositiveInfinity;
        int done = samples;
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (done + size > samples)
            {
                Shuffle(order, SearchStream + (uint)step);
                done = 0;
            }

            Optimizer.LearningRate = from * Math.Pow(to / from, step / (steps - 1.0));
            ReadOnlySpan<int> indices = order.AsSpan(done, size);
            batch.Read(indices);
            batch.Require(indices);
            float result = Learn(
                batch.Inputs, batch.Samples, batch.Labels, batch.Targets, stopsAtNonFiniteLoss: true, weights: batch.Weights);
            done += size;

            // A batch in which no label counts says nothing.
            if (loss.IsOfNothing(result))
                continue;
            mean = (KeptLoss * mean) + ((1 - KeptLoss) * result);
            double smoothed = mean / (1 - Math.Pow(KeptLoss, points.Count + 1));
            if (!double.IsFinite(smoothed))
                return new LearningRateCurve(points, diverged: true);
            points.Add(new LearningRatePoint(Optimizer.LearningRate, result, smoothed));
            if (smoothed > DivergedMultiple * lowest)
                return new LearningRateCurve(points, diverged: true);
            lowest = Math.Min(lowest, smoothed);
        }

        return new LearningRateCurve(points, diverged: false);
    }

    private static void RequireRates(double from, double to, int steps)
    {
        const int FewestSteps = 10;
        if (!((float)from > 0 && double.IsFinite(from)))
            throw new ArgumentOutOfRangeException(nameof(from), from, $"Expected a finite learning rate above 0; got {from}.");
        if (!(to > from && float.IsFinite((float)to)))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"Expected a finite learning rate above {from}; got {to}.");
        if (steps < FewestSteps)
            throw new ArgumentOutOfRangeException(nameof(steps), steps, $"Expected at least {FewestSteps} steps; got {steps}.");
    }
}
