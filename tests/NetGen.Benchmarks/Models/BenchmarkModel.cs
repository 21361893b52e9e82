namespace NetGen.Benchmarks.Models;

/// <summary>A network that is measured.</summary>
/// <param name="Name">Its name on the command line and in the rows.</param>
/// <param name="MultiplyAdds">Multiply-adds of its convolutions, linear layers and attention for one prediction of one sample.</param>
/// <param name="FirstLayerMultiplyAdds">How many of them are the first layer's, whose input needs no gradient.</param>
/// <param name="Create">Makes it with the weights that a seed gives.</param>
internal sealed record BenchmarkModel(string Name, long MultiplyAdds, long FirstLayerMultiplyAdds, Func<int, Network> Create)
{
    /// <summary>How many tokens there are, where a sample is made of tokens and each has a label of them; else 0.</summary>
    public int Vocabulary { get; init; }

    /// <summary>Whether a sample is an image with channels, rather than a row of numbers.</summary>
    public bool TakesImages => Create(0).InputShape.Length == 3;

    /// <summary>
    /// Floating-point operations to predict one sample: two for each multiply-add.
    /// Leaves out biases, activations, norms and pools.
    /// </summary>
    public long PredictionFlops => 2 * MultiplyAdds;

    /// <summary>
    /// Those of a training step for one sample: as many again for the weights' gradients, and
    /// for the inputs' except the first layer's.
    /// </summary>
    public long TrainingFlops => 2 * ((3 * MultiplyAdds) - FirstLayerMultiplyAdds);
}
