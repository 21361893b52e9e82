namespace NetGen;

/// <summary>The parameters of a batch norm, and its running statistics.</summary>
public readonly struct BatchNormParameters
{
    private readonly Network network;
    private readonly string name;

    /// <summary>The parameters of one layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The layer's name, as in saved files.</param>
    public BatchNormParameters(Network network, string name)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(name);
        (this.network, this.name) = (network, name);
    }

    /// <summary>The weight.</summary>
    public Parameter Weight => network.ParameterNamed(name + ".weight");

    /// <summary>The bias, one number for each output.</summary>
    public Parameter Bias => network.ParameterNamed(name + ".bias");

    /// <summary>The running mean of each channel, with which a prediction normalises.</summary>
    public Parameter RunningMean => network.ParameterNamed(name + ".running_mean");

    /// <summary>The running variance of each channel, with which a prediction normalises.</summary>
    public Parameter RunningVar => network.ParameterNamed(name + ".running_var");

    /// <summary>How many batches the running statistics have seen.</summary>
    public Parameter NumBatchesTracked => network.ParameterNamed(name + ".num_batches_tracked");
}
