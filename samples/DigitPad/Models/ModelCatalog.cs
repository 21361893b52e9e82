namespace DigitPad.Models;

/// <summary>The networks that the page offers, the one that it begins with first.</summary>
internal static class ModelCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelEntry> All { get; } =
    [
        new("lenet", "LeNet-5", "Two convolutions of 5×5, two max-pools, three linear layers: 61,706 weights.", seed => new LeNet(seed)),
        new("mlp", "Perceptron", "One hidden layer of 128 neurons over all pixels: 101,770 weights.", seed => new Mlp(seed)),
        new("cnn", "Small CNN", "Two convolutions of 3×3, one linear layer: 7,018 weights, quick to train.", seed => new SmallCnn(seed)),
    ];
}
