using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>The networks of the golden folder's <c>networks/</c>, as far as the language can state them, compiled together.</summary>
internal static class WholeNetworks
{
    /// <summary>Layers on the way, or steps of a sequence, beyond which float sums in another order drift further apart.</summary>
    private const int MostOfShallow = 10;

    private static readonly Lazy<IReadOnlyList<WholeNetwork>> Read = new(() =>
        File.Exists(PathOf("networks.json")) ? WholeNetwork.ReadAll(File.ReadAllText(PathOf("networks.json"))) : []);

    private static readonly Lazy<Dictionary<string, string>> Faults = new(() => All
        .Select(network => (network.Name, Fault: FaultOf(network))).Where(pair => pair.Fault is not null)
        .ToDictionary(pair => pair.Name, pair => pair.Fault!));

    private static readonly Lazy<CompiledNetworks> Networks = new(() =>
        NetworkCompilation.Compile("WholeNetworks", Supported.Select(network => (network.Name, network.Source))));

    public static IReadOnlyList<WholeNetwork> All => Read.Value;

    public static IReadOnlyList<WholeNetwork> Supported => [.. All.Where(network => Unsupported(network) is null)];

    public static string PathOf(string file) => GoldenFolder.PathOf(Path.Combine("networks", file));

    /// <summary>Why the language cannot state a network yet, or null.</summary>
    public static string? Unsupported(WholeNetwork network) => Faults.Value.GetValueOrDefault(network.Name);

    /// <summary>The network with the parameters and running statistics that PyTorch began with.</summary>
    public static Network Create(WholeNetwork network, SafetensorsFile tensors, int lanes)
    {
        Network created = Networks.Value.Create(network.TypeName, lanes);
        GoldenNetworks.Load(created, tensors);
        return created;
    }

    /// <summary>Whether gradients go through more than ten layers or steps.</summary>
    public static bool IsDeep(WholeNetwork network)
    {
        ShapedNetwork shaped = NetworkCompilation.Shape(network.TypeName, network.Source);
        return shaped.Layers.Count > MostOfShallow || (shaped.Input.Kind == ShapeKind.Sequence && shaped.Input[0] > MostOfShallow);
    }

    private static string? FaultOf(WholeNetwork network)
    {
        if (!File.Exists(network.SourcePath))
            return $"there is no {network.SourceFile}";
        try
        {
            NetworkCompilation.Shape(network.TypeName, network.Source);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }
}
