using NetGen;

namespace MnistTrainer.Models;

/// <summary>The networks that <c>--model</c> can name.</summary>
internal static class ModelCatalog
{
    public const string Default = "cnn";

    private static readonly Dictionary<string, (Func<int, Network> Create, string Summary)> Models = new()
    {
        ["cnn"] = (seed => new MnistCnn(seed), MnistCnn.Summary),
        ["deep"] = (seed => new DeepCnn(seed), DeepCnn.Summary),
        ["lenet"] = (seed => new LeNet(seed), LeNet.Summary),
        ["mlp"] = (seed => new Mlp(seed), Mlp.Summary),
    };

    public static string[] Names => [.. Models.Keys];

    /// <summary>A network of this name with the weights that the seed gives.</summary>
    public static Network Create(string name, int seed) => Models[name].Create(seed);

    /// <summary>The table of its layers.</summary>
    public static string SummaryOf(string name) => Models[name].Summary;
}
