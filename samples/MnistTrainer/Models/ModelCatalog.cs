using NetGen;

namespace MnistTrainer.Models;

/// <summary>The networks that <c>--model</c> can name.</summary>
internal static class ModelCatalog
{
    public const string Default = "cnn";

    private static readonly Dictionary<string, Func<int, Network>> Models = new()
    {
        ["cnn"] = seed => new MnistCnn(seed),
        ["lenet"] = seed => new LeNet(seed),
        ["mlp"] = seed => new Mlp(seed),
    };

    public static string[] Names => [.. Models.Keys];

    /// <summary>A network of this name with the weights that the seed gives.</summary>
    public static Network Create(string name, int seed) => Models[name](seed);
}
