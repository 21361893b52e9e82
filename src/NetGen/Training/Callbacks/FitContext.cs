namespace NetGen;

/// <summary>A fit that runs, as its callbacks see it.</summary>
public sealed class FitContext
{
    internal FitContext(Trainer trainer, IDataSet data, FitOptions options, FitPlan plan, int firstEpoch, int lastEpoch)
    {
        (Trainer, Data, Options, FirstEpoch, LastEpoch) = (trainer, data, options, firstEpoch, lastEpoch);
        (StepsPerEpoch, SamplesPerEpoch) = (plan.StepsPerEpoch, plan.SamplesPerEpoch);
    }

    /// <summary>What trains.</summary>
    public Trainer Trainer { get; }

    /// <summary>The network that is trained.</summary>
    public Network Network => Trainer.Network;

    /// <summary>The data set that it is trained on.</summary>
    public IDataSet Data { get; }

    /// <summary>The options of the fit.</summary>
    public FitOptions Options { get; }

    /// <summary>The number of the first epoch, from 1. It is above 1 for a further fit of the same trainer.</summary>
    public int FirstEpoch { get; }

    /// <summary>The number of the last epoch, if nothing stops the fit before.</summary>
    public int LastEpoch { get; }

    /// <summary>The steps of an epoch.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>The samples that an epoch trains on.</summary>
    public int SamplesPerEpoch { get; }

    /// <summary>The steps of all fits of the trainer so far.</summary>
    public long StepsDone => Trainer.StepsDone;

    /// <summary>The epochs of all fits of the trainer so far.</summary>
    public int EpochsDone => Trainer.EpochsDone;

    /// <summary>Whether a callback has called <see cref="Stop"/>.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Ends the fit with the epoch at hand, as <see cref="FitOptions.StopWhen"/> does.</summary>
    public void Stop() => IsStopping = true;
}
