using System.Reflection;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>
/// The networks of the golden folder's <c>pretrained/</c>: classes for the weights of other libraries, with the table of their names, as a
/// user writes them.
/// </summary>
internal static class PretrainedNetworks
{
    private static readonly (string File, string Class)[] All =
    [
        ("torchvision_resnet18", "ResNet18"), ("torchvision_vit", "TorchvisionViT"), ("timm_vit", "TimmViT"), ("transformers_gpt2", "Gpt2"),
        ("transformers_llama", "Llama"),
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(
        () => NetworkCompilation.Compile("Pretrained", All.Select(network => (network.File, SourceOf(network.File)))));

    public static IEnumerable<string> Files => All.Select(network => network.File);

    public static string SourceOf(string file) => File.ReadAllText(PathOf($"{file}.cs"));

    public static string WeightsOf(string file) => PathOf($"{file}.safetensors");

    /// <summary>The input and output of PyTorch's pass.</summary>
    public static SafetensorsFile PassOf(string file) => SafetensorsFile.Read(PathOf($"{file}_pass.safetensors"));

    /// <summary>A network with parameters of its own, and the table of its class.</summary>
    public static (Network Network, WeightNames Names) Create(string file, int lanes = 16)
    {
        Network network = Compiled.Value.Create(All.Single(candidate => candidate.File == file).Class, lanes);
        PropertyInfo names = network.GetType().GetProperty("Names", BindingFlags.Public | BindingFlags.Static)!;
        return (network, (WeightNames)names.GetValue(null)!);
    }

    public static float[] Predict(Network network, GoldenTensor input) =>
        input.IsInteger ? network.Predict(input.Indices) : network.Predict(input.Values);

    private static string PathOf(string file)
    {
        string path = GoldenFolder.PathOf(Path.Combine("pretrained", file));
        Assert.SkipUnless(File.Exists(path) || GoldenFolder.IsOwnCopy, $"There is no {path}.");
        return path;
    }
}
