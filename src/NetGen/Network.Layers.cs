namespace NetGen;

public abstract partial class Network
{
    /// <summary>What a sample comes into, as messages name it: "'conv2d1' of MnistCnn".</summary>
    internal string FirstLayer => Description.FirstLayer is { } layer ? $"'{layer}' of {Name}" : $"the input of {Name}";

    /// <summary>What gives the output that a loss judges, as messages name it.</summary>
    internal string LastLayer => Description.LastLayer is { } layer ? $"'{layer}' of {Name}" : $"the output of {Name}";
}
