using NetGen.Runtime;

namespace NetGen;

public abstract partial class Network
{
    // The group that copies the result to where the caller finds it computes no layer.
    private const string Copy = "output";

    /// <summary>The layer that a sample comes into, as messages name it: "'conv2d1' of MnistCnn".</summary>
    internal string FirstLayer => Groups.FirstOrDefault(group => group.Pass == Pass.Predict) is { } first
        ? $"'{first.Layers.Split(", ")[0]}' of {Name}"
        : $"the input of {Name}";

    /// <summary>The layer whose output a loss judges, as messages name it.</summary>
    internal string LastLayer => Groups.LastOrDefault(group => group.Pass == Pass.Predict && group.Layers != Copy) is { } last
        ? $"'{last.Layers.Split(", ")[^1]}' of {Name}"
        : $"the output of {Name}";
}
