namespace NetGen;

/// <summary>The parameter of a layer that has a weight and no bias.</summary>
public readonly struct LayerWeight
{
    private readonly Network network;
    private readonly string name;

    /// <summary>The parameters of one layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The layer's name, as in saved files.</param>
    public LayerWeight(Network network, string name)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(name);
        (this.network, this.name) = (network, name);
    }

    /// <summary>The weight.</summary>
    public Parameter Weight => network.ParameterNamed(name + ".weight");
}
