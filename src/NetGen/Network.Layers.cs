namespace NetGen;

public abstract partial class Network
{
    /// <summary>The first layer, as messages name it: "'conv2d1' of MnistCnn".</summary>
    internal string FirstLayer => Description.FirstLayer is { } layer ? $"'{layer}' of {Name}" : $"the input of {Name}";

    /// <summary>The layer whose output the loss evaluates, as messages name it.</summary>
    internal string LastLayer => Description.LastLayer is { } layer ? $"'{layer}' of {Name}" : $"the output of {Name}";
}
