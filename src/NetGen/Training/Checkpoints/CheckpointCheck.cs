namespace NetGen;

/// <summary>Whether a checkpoint is one of the training that is to go on from it, and whether its numbers can be.</summary>
internal sealed class CheckpointCheck(string path, CheckpointState state)
{
    // Far more than any training makes, and far from where a sum of two overflows.
    private const int MostEpochs = 1 << 30;
    private const long MostSteps = 1L << 60;

    /// <exception cref="InvalidDataException">It is of another training, or damaged; the message says in what.</exception>
    public void Require(Trainer trainer, IDataSet data, FitPlan plan, FitOptions options)
    {
        RequireEqual("the batch size", state.BatchSize, trainer.BatchSize);
        RequireEqual("the seed", state.Seed, trainer.Seed);
        RequireEqual("the number of samples", state.Samples, data.Count);
        RequireEqual(nameof(FitOptions.Shuffle), state.Shuffle, options.Shuffle);
        RequireEqual(nameof(FitOptions.DropLast), state.DropLast, options.DropLast);
        RequireEqual(nameof(FitOptions.Accumulate), state.Accumulate, options.Accumulate);
        if (options.KeepBest && !state.HasBestWeights && !double.IsNaN(state.Best.Value))
        {
            throw new InvalidDataException(
                $"'{path}' is a checkpoint without the best epoch's parameters, which {nameof(FitOptions.KeepBest)} needs; expected the "
                    + "options of the program that wrote it.");
        }

        long samplesOfStep = (long)trainer.BatchSize * options.Accumulate;
        int epochs = state.EpochsDone - state.FirstEpoch;
        bool isWhole = state.FirstEpoch is >= 0 and <= MostEpochs && state.FirstStep is >= 0 and <= MostSteps
            && epochs == state.History.Length
            && state.History.Index().All(entry => entry.Item?.Epoch == state.FirstEpoch + entry.Index + 1)
            && state.SamplesDone >= 0 && state.SamplesDone < plan.SamplesPerEpoch && state.SamplesDone % samplesOfStep == 0
            && (!state.StoppedEarly || (state.SamplesDone == 0 && epochs > 0))
            && state.OptimizerSteps is >= 0 and <= MostSteps && state.AverageSteps is >= 0 and <= MostSteps
            && state.StepsDone == state.FirstStep + ((long)epochs * plan.StepsPerEpoch) + (state.SamplesDone / samplesOfStep)
            && state.LearningRate >= 0 && float.IsFinite((float)state.LearningRate);
        if (!isWhole)
            throw new InvalidDataException($"'{path}' has a checkpoint's state whose numbers contradict each other; it is damaged.");
    }

    private void RequireEqual<T>(string name, T has, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(has, expected))
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"'{path}' is a checkpoint of another training: {name} was {has} there and is {expected} here; expected the same."));
        }
    }
}
