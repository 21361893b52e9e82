namespace NetGen.Reports;

/// <summary>What a fit is made with: network, optimizer, data sets and options, as far as they differ from none.</summary>
internal static class FitSettings
{
    /// <summary>The settings of a fit, in an order that does not change.</summary>
    public static IEnumerable<FitSetting> Of(FitContext fit)
    {
        (Network network, Trainer trainer, FitOptions options) = (fit.Network, fit.Trainer, fit.Options);
        yield return new("network", network.Name);
        yield return new("parameters", network.ParameterCount);
        yield return new("trainable_parameters", network.TrainableParameterCount);
        yield return new("dataset", fit.Data.Name);
        yield return new("samples", (long)fit.SamplesPerEpoch);
        if (options.Validation is { } validation)
        {
            yield return new("validation_dataset", validation.Name);
            yield return new("validation_samples", (long)validation.Count);
        }

        yield return new("optimizer", trainer.Optimizer.GetType().Name);
        yield return new("learning_rate", trainer.Optimizer.LearningRate);
        if ((options.StepSchedule ?? options.EpochSchedule) is { } schedule)
            yield return new(options.StepSchedule is null ? "epoch_schedule" : "step_schedule", schedule.GetType().Name);
        yield return new("batch_size", (long)trainer.BatchSize);
        yield return new("accumulate", (long)options.Accumulate);
        yield return new("first_epoch", (long)fit.FirstEpoch);
        yield return new("last_epoch", (long)fit.LastEpoch);
        yield return new("steps_per_epoch", (long)fit.StepsPerEpoch);
        yield return new("seed", (long)(int)trainer.Seed);
        yield return new("threads", (long)trainer.Threads);
        yield return new("shuffle", options.Shuffle);
        yield return new("drop_last", options.DropLast);
        if (trainer.ClipNorm is { } norm)
            yield return new("clip_norm", norm);
        if (trainer.ClipValue is { } value)
            yield return new("clip_value", value);
        if (trainer.Average is { } average)
            yield return new("average_decay", average.Decay);
        if (options.EarlyStopping is { } stopping)
            yield return new("early_stopping_patience", (long)stopping.Patience);
        yield return new("keep_best", options.KeepBest);
    }
}
