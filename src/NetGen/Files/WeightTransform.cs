namespace NetGen;

/// <summary>What becomes of a tensor of a file before it is a network's weight.</summary>
[Flags]
public enum WeightTransform
{
    /// <summary>It is loaded as it is.</summary>
    None = 0,

    /// <summary>
    /// A matrix is transposed: the file has [in, out], as GPT-2's <c>Conv1D</c> and Keras' <c>Dense</c> do, and the network [out, in]. A
    /// vector stays as it is, so that one pattern may stand for weights and biases.
    /// </summary>
    Transpose = 1,

    /// <summary>
    /// Of a tensor with more rows than the network's, the first are loaded: those of the first steps, of a longer table of positions.
    /// </summary>
    FirstRows = 2,
}
