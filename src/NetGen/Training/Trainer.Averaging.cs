namespace NetGen;

public partial class Trainer
{
    private AveragedWeights? average;

    /// <summary>
    /// Averages the parameters over the steps, in <see cref="Fit"/> and in steps by hand; null for no average. Another value begins
    /// another average.
    /// </summary>
    /// <exception cref="InvalidOperationException">The optimizer averages the weights itself.</exception>
    public WeightAverage? Average
    {
        get;
        set
        {
            if (value == field)
                return;
            if (value is not null && Optimizer.Averages)
            {
                throw new InvalidOperationException(
                    $"{Optimizer.GetType().Name} averages the weights itself; expected no {nameof(Average)} beside it.");
            }

            average?.Use(averaged: false, workers);
            average = value is null ? null : new AveragedWeights(Network.Memory, value);
            field = value;
        }
    }

    /// <summary>
    /// Gives the network the averaged weights, to predict, evaluate and save with: those of <see cref="Average"/>, or of an optimizer that
    /// averages itself (<see cref="ScheduleFreeAdamW"/>). The next step or forward pass of this trainer goes on with the weights that are
    /// trained. <see cref="Fit"/> does so for validation and checkpoints, and at its end.
    /// </summary>
    /// <remarks>Before the first step there is no average, and the network keeps its weights.</remarks>
    /// <exception cref="InvalidOperationException">Nothing averages the weights.</exception>
    public void UseAveragedWeights()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (!HasAverage)
        {
            throw new InvalidOperationException(
                $"There are no averaged weights; expected a value of {nameof(Average)}, or an optimizer that averages, such as "
                    + $"{nameof(ScheduleFreeAdamW)}.");
        }

        UseWeights(averaged: true);
    }

    /// <summary>Whether predictions have other weights than training.</summary>
    internal bool HasAverage => average is not null || Optimizer.Averages;

    /// <summary>The average beside the optimizer, or null.</summary>
    internal AveragedWeights? AverageOfSteps => average;

    /// <summary>Gives the network the averaged weights, where there are any, or those that are trained.</summary>
    internal void UseWeights(bool averaged)
    {
        average?.Use(averaged, workers);
        if (Optimizer.Averages)
            Optimizer.UseWeights(averaged, workers);
    }
}
