using NetGen;
using NetGen.Data;

namespace MnistTrainer.Data;

/// <summary>The sets that <c>--dataset</c> can name.</summary>
internal static class DataSetCatalog
{
    public const string Default = "mnist";

    private static readonly DataSetKind[] All =
    [
        new(Default, "MNIST", true, Mnist.Train, Mnist.Test, new Normalization(Mnist.Mean, Mnist.StandardDeviation), Handwriting),
        new("fashion-mnist", "Fashion-MNIST", false, FashionMnist.Train, FashionMnist.Test, new Normalization(0.2860f, 0.3530f), Clothes),
        new("kmnist", "KMNIST", false, Kmnist.Train, Kmnist.Test, new Normalization(0.1918f, 0.3483f), Handwriting),
        new("emnist-digits", "EMNIST's digits", true, EmnistDigits.Train, EmnistDigits.Test,
            new Normalization(0.1736f, 0.3317f), Handwriting),
    ];

    public static string[] Names => [.. All.Select(kind => kind.Name)];

    /// <summary>The set of this name; null where there is none.</summary>
    public static DataSetKind? Find(string name) => Array.Find(All, kind => kind.Name == name);

    /// <summary>The set of a name that was checked.</summary>
    public static DataSetKind Named(string name) => Find(name)!;

    private static Augmented Handwriting(IDataSet set, int seed) => new(set, seed) { Rotate = 10, Shift = 2.5, Scale = 0.1 };

    // A shoe may point either way, and no garment lies on its side.
    private static Augmented Clothes(IDataSet set, int seed) => new(set, seed) { Flip = FlipMode.Random, Shift = 2 };
}
