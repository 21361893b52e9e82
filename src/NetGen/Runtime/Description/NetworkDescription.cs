namespace NetGen.Runtime;

/// <summary>All that the runtime knows of a generated network.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="InputShape">
/// The shape of one input sample, such as [channels, height, width]; of a row of several inputs, the floats of all.
/// </param>
/// <param name="OutputShape">The shape of one output sample, such as [classes].</param>
/// <param name="Loss">The loss that ends the network, or null.</param>
/// <param name="Parameters">The trained and the frozen tensors, in the order of the layers.</param>
/// <param name="ParameterSize">Floats of the parameter block, padding included.</param>
/// <param name="Statistics">The running statistics (PyTorch's buffers), in the order of the layers.</param>
/// <param name="StatisticSize">Floats of the block of running statistics, padding included.</param>
/// <param name="Predict">The plan of the prediction program.</param>
/// <param name="Training">The plan of the forward and backward programs of training.</param>
/// <param name="LossIndex">The plan of the loss over class indices; null where the loss takes none.</param>
/// <param name="LossValues">The plan of the loss over numbers; null where the loss takes none.</param>
public sealed record NetworkDescription(
    string Name,
    int[] InputShape,
    int[] OutputShape,
    LossDescription? Loss,
    TensorDescription[] Parameters,
    int ParameterSize,
    TensorDescription[] Statistics,
    int StatisticSize,
    ProgramPlan Predict,
    ProgramPlan Training,
    ProgramPlan? LossIndex,
    ProgramPlan? LossValues)
{
    /// <summary>
    /// Floats at the beginning of the parameter block that are trained, padding included; what is frozen lies behind them.
    /// </summary>
    internal int TrainedSize
    {
        get
        {
            // A loop: the first query over numbers takes longer to compile than all that a network's constructor does besides.
            int first = ParameterSize;
            foreach (TensorDescription parameter in Parameters)
                if (parameter.IsFrozen)
                    first = Math.Min(first, parameter.Offset);
            return first;
        }
    }

    /// <summary>How many tokens there are, where samples are tokens: from 0 to one less than this. 0 where they are numbers.</summary>
    public int Vocabulary { get; init; }

    /// <summary>
    /// Where the numbers of an output lie in a training step, and those of its gradient, of what the loss reads and of its targets; null
    /// where that is as the caller has them.
    /// </summary>
    public SampleLayout? OutputLayout { get; init; }

    /// <summary>Which labels belong to padding; null where all count.</summary>
    public LabelPadding? PaddingOfLabels { get; init; }

    /// <summary>The layer that samples come into; null where they come into several branches.</summary>
    public string? FirstLayer { get; init; }

    /// <summary>The layer that gives the output; null where several branches do.</summary>
    public string? LastLayer { get; init; }

    /// <summary>A layer that cannot train on a single sample, because it normalises over the batch; null where there is none.</summary>
    public string? LayerThatNeedsTwoSamples { get; init; }

    /// <summary>
    /// A layer that looks across the samples of a prediction, so that these are not cut into parts; null where there is none.
    /// </summary>
    public string? LayerAcrossSamples { get; init; }

    /// <summary>
    /// A layer that cannot predict a single sample, because it normalises over those of the call; null where there is none.
    /// </summary>
    public string? LayerThatPredictsTwoSamples { get; init; }

    /// <summary>Further names of trained tensors: layers that share the weight of another one.</summary>
    public TensorDescription[] Tied { get; init; } = [];

    /// <summary>
    /// The inputs, where a sample is a row of several, one after another, each followed by its length where it has one; none where it is
    /// the one input.
    /// </summary>
    public InputDescription[] Inputs { get; init; } = [];

    /// <summary>The plan of one step of a stream; null where the network has none.</summary>
    public ProgramPlan? Stream { get; init; }

    /// <summary>The most steps of a stream, where layers keep something of each; 0 where it goes on for ever.</summary>
    public int StreamSteps { get; init; }

    /// <summary>The plan of a prediction that keeps what each layer gives; null where the network has none.</summary>
    public ProgramPlan? Activations { get; init; }

    /// <summary>What it keeps, in the order of its named outputs.</summary>
    public LayerResultDescription[] LayerResults { get; init; } = [];

    /// <summary>The results besides the output, in the order of the layers.</summary>
    public OutputDescription[] NamedOutputs { get; init; } = [];
}
