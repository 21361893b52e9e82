namespace NetGen;

public abstract partial class Network
{
    /// <summary>Whether <see cref="Activations(ReadOnlySpan{float})"/> tells what each layer gives: <c>[Network(Activations = true)]</c>.</summary>
    public bool HasActivations => false;

    /// <summary>Predicts a sample, and gives what each layer gives for it, in the order of the layers.</summary>
    /// <param name="sample">The sample, of <see cref="InputShape"/>.</param>
    /// <exception cref="NotSupportedException">The network was compiled without <c>[Network(Activations = true)]</c>.</exception>
    /// <exception cref="ArgumentException">The sample has another length.</exception>
    public IReadOnlyList<LayerActivation> Activations(ReadOnlySpan<float> sample) => throw new NotSupportedException(
        $"{Name} does not keep what its layers give: [Network(Activations = true)] makes it so.");
}
