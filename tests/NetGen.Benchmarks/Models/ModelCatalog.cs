namespace NetGen.Benchmarks.Models;

/// <summary>The networks that <c>--model</c> can name.</summary>
internal static class ModelCatalog
{
    /// <summary>
    /// The scores and sums of later steps, which causal attention leaves out. Other libraries compute them, and so they count: 128
    /// multiply-adds, twice, for each of 64 · 63 / 2 pairs of steps, in four blocks.
    /// </summary>
    private const long SkippedByGptMini = 4 * 2 * 128 * (64 * 63 / 2);

    private static readonly BenchmarkModel[] Models =
    [
        new("tiny", Tiny.TotalMultiplyAdds, 8 * 32, seed => new Tiny(seed)),
        new("mlp", Mlp.TotalMultiplyAdds, 784 * 128, seed => new Mlp(seed)),
        new("mlp-wide", MlpWide.TotalMultiplyAdds, 784 * 512, seed => new MlpWide(seed)),
        new("lenet", LeNet.TotalMultiplyAdds, 28 * 28 * 5 * 5 * 6, seed => new LeNet(seed)),
        new("mnist-cnn", MnistCnn.TotalMultiplyAdds, 26 * 26 * 3 * 3 * 32, seed => new MnistCnn(seed)),
        new("resnet8", ResNet8.TotalMultiplyAdds, 32 * 32 * 3 * 3 * 3 * 16, seed => new ResNet8(seed)),
        new("row-lstm", RowLstm.TotalMultiplyAdds, 28 * 28 * 4 * 128, seed => new RowLstm(seed)),
        new("row-gru", RowGru.TotalMultiplyAdds, 28 * 28 * 3 * 128, seed => new RowGru(seed)),
        new("wave", Wave.TotalMultiplyAdds, 512 * 7 * 2 * 32, seed => new Wave(seed)),
        new("vit-mnist", VitMnist.TotalMultiplyAdds, 4 * 4 * 7 * 7 * 64, seed => new VitMnist(seed)),
        new("gpt-mini", GptMini.TotalMultiplyAdds + SkippedByGptMini, 0, seed => new GptMini(seed)) { Vocabulary = 65 },
        new("mobilenet8", MobileNet8.TotalMultiplyAdds, 32 * 32 * 3 * 3 * 3 * 32, seed => new MobileNet8(seed)),
        new("resnet18", ResNet18.TotalMultiplyAdds, 32 * 32 * 3 * 3 * 3 * 64, seed => new ResNet18(seed)),
    ];

    public static string[] Names => Array.ConvertAll(Models, model => model.Name);

    /// <summary>The model of this name.</summary>
    public static BenchmarkModel Named(string name) => Array.Find(Models, model => model.Name == name)!;
}
