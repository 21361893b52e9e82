namespace NetGen.Benchmarks.Models.Layers;

/// <summary>A network of one layer, or of one loss behind what it needs.</summary>
/// <param name="Name">Its name in the rows.</param>
/// <param name="Create">Makes it with the weights that a seed gives.</param>
internal sealed record LayerModel(string Name, Func<int, Network> Create)
{
    /// <summary>How many tokens there are, where a sample is made of tokens; else 0.</summary>
    public int Vocabulary { get; init; }

    /// <summary>What the outputs are compared with, where the loss is measured; null where the layer is.</summary>
    public LossTargets? Targets { get; init; }
}
