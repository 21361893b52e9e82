namespace NetGen;

/// <summary>
/// Marks a class as a neural network: its other attributes are the layers, read top to bottom and left to right, and its other part is
/// generated.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// Whether convolutions with windows of 2×2 to 5×5 may be computed by Winograd's algorithm, which takes a quarter to 36 % of the
    /// multiplications (F(5×5, 2×2), F(4×4, 3×3), F(3×3, 4×4) and F(2×2, 5×5) of arXiv 1509.09308). Its results differ from those of the
    /// direct sum by a few millionths of the largest value, which is all that is left where that sum cancels, as under an edge filter over
    /// a flat image far from 0: false keeps all convolutions direct.
    /// </summary>
    public bool Winograd { get; set; } = true;

    /// <summary>
    /// Whether the network gets <c>CreateStream()</c>: a prediction that takes one step of a sequence at a time, and keeps what later steps
    /// need of it. No layer may then need later steps: attention is causal, and recurrent layers have one direction.
    /// </summary>
    public bool Stream { get; set; }

    /// <summary>
    /// Whether <see cref="NetGen.Network.Activations(ReadOnlySpan{float})"/> tells what each layer gives: a further prediction, emitted
    /// beside the others, that keeps all of it. The others stay as they are.
    /// </summary>
    public bool Activations { get; set; }
}
