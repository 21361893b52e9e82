namespace NetGen;

/// <summary>What <see cref="ReduceOnPlateau"/> remembers from epoch to epoch.</summary>
/// <remarks>As in <c>torch.optim.lr_scheduler.ReduceLROnPlateau</c>.</remarks>
internal sealed class PlateauState(ReduceOnPlateau options, bool largerIsBetter)
{
    /// <summary>The best value so far.</summary>
    public double Best { get; set; } = largerIsBetter ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>The epochs since the best value.</summary>
    public int BadEpochs { get; set; }

    /// <summary>The epochs that are not counted yet.</summary>
    public int CooldownLeft { get; set; }

    /// <summary>The learning rate after an epoch.</summary>
    /// <param name="value">The monitored value of the epoch.</param>
    /// <param name="learningRate">The rate in force.</param>
    public double Next(double value, double learningRate)
    {
        if (IsBetter(value))
            (Best, BadEpochs) = (value, 0);
        else
            BadEpochs++;
        if (CooldownLeft > 0)
        {
            CooldownLeft--;
            BadEpochs = 0;
        }

        if (BadEpochs <= options.Patience)
            return learningRate;
        (CooldownLeft, BadEpochs) = (options.Cooldown, 0);
        double lower = Math.Max(learningRate * options.Factor, options.MinLearningRate);
        return learningRate - lower > options.Epsilon ? lower : learningRate;
    }

    private bool IsBetter(double value) => (options.ThresholdMode, largerIsBetter) switch
    {
        (ThresholdMode.Relative, false) => value < Best * (1 - options.Threshold),
        (ThresholdMode.Relative, true) => value > Best * (1 + options.Threshold),
        (_, false) => value < Best - options.Threshold,
        _ => value > Best + options.Threshold,
    };
}
