namespace NetGen;

/// <summary>
/// What a network may cost at most. A network that costs more does not build, and the error names the layers that cost most.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>Trained parameters.</summary>
    public long Parameters { get; init; }

    /// <summary>Multiply-adds for the prediction of one sample.</summary>
    public long MultiplyAdds { get; init; }

    /// <summary>Bytes of activations for each sample of a training step: the constant <c>TrainingBytes</c> of the network.</summary>
    public long TrainingBytes { get; init; }

    /// <summary>Bytes of activations for each sample of a prediction: the constant <c>PredictionBytes</c> of the network.</summary>
    public long InferenceBytes { get; init; }
}
