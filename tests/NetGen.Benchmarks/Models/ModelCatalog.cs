namespace NetGen.Benchmarks.Models;

/// <summary>The networks that <c>--model</c> can name.</summary>
internal static class ModelCatalog
{
    private static readonly BenchmarkModel[] Models =
    [
        new("tiny", Tiny.TotalMultiplyAdds, 8 * 32, seed => new Tiny(seed)),
        new("mlp", Mlp.TotalMultiplyAdds, 784 * 128, seed => new Mlp(seed)),
        new("mlp-wide", MlpWide.TotalMultiplyAdds, 784 * 512, seed => new MlpWide(seed)),
        new("lenet", LeNet.TotalMultiplyAdds, 28 * 28 * 5 * 5 * 6, seed => new LeNet(seed)),
        new("mnist-cnn", MnistCnn.TotalMultiplyAdds, 26 * 26 * 3 * 3 * 32, seed => new MnistCnn(seed)),
        new("resnet8", ResNet8.TotalMultiplyAdds, 32 * 32 * 3 * 3 * 3 * 16, seed => new ResNet8(seed)),
    ];

    public static string[] Names => Array.ConvertAll(Models, model => model.Name);

    /// <summary>The model of this name.</summary>
    public static BenchmarkModel Named(string name) => Array.Find(Models, model => model.Name == name)!;
}
