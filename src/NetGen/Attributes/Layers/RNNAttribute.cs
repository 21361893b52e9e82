namespace NetGen;

/// <summary>
/// A plain recurrent layer over the steps of a sequence, [batch, steps, features]: the state of each step, [batch, steps, hidden], or with
/// <see cref="Last"/> the last one, [batch, hidden].
/// </summary>
/// <remarks>
/// <para>
/// h' = tanh(x·W + h·U + b) in each step, or max(0, ..) of it (Elman 1990).
/// Parameters are those of <see href="https://pytorch.org/docs/stable/generated/torch.nn.RNN.html">PyTorch's RNN</see>, by its names, of
/// layer k <c>weight_ih_lk</c> [hidden, features], <c>weight_hh_lk</c> [hidden, hidden], <c>bias_ih_lk</c> and <c>bias_hh_lk</c>
/// [hidden]; of the second direction with <c>_reverse</c> behind them. All begin as U(±1/√hidden).
/// </para>
/// <para>A step of padding keeps the state and gives 0, in both directions.</para>
/// </remarks>
/// <param name="hiddenSize">Units of the state.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RNNAttribute(int hiddenSize) : Attribute
{
    /// <summary>Units of the state.</summary>
    public int HiddenSize { get; } = hiddenSize;

    /// <summary>Layers on top of one another: each takes the states of the one below.</summary>
    public int NumLayers { get; init; } = 1;

    /// <summary>Whether a second loop goes from the last step to the first; the features of both directions are joined.</summary>
    public bool Bidirectional { get; init; }

    /// <summary>
    /// The probability, 0 to 1, with which training drops a value between two layers; the others are divided by one minus it.
    /// </summary>
    public double Dropout { get; init; }

    /// <summary>Whether gates have biases.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>
    /// Whether the product of the state has a bias of its own, beside that of the input (PyTorch's <c>bias_hh</c>).
    /// Without it the layer has Keras' form.
    /// </summary>
    public bool RecurrentBias { get; init; } = true;

    /// <summary>
    /// Whether the layer gives the last state, [batch, hidden], in place of all: of two directions the end of each, joined; of a padded
    /// sample the state behind its last true step.
    /// </summary>
    public bool Last { get; init; }

    /// <summary>The function of the sum: "tanh" or "relu".</summary>
    public string Nonlinearity { get; init; } = "tanh";

    /// <summary>
    /// The input, or an earlier element with this name, that gives the states to begin with: [hidden], or with several layers or directions
    /// [layers · directions, hidden], the directions of a layer beside each other; by default they are 0.
    /// </summary>
    public string? State { get; init; }

    /// <summary>The input features, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>Whether the weights and biases are frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
