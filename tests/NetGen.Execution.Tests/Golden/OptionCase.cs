using System.Text.Json;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>A small case for an option: layers with PyTorch's numbers, made by <c>make_options.py</c> beside them.</summary>
/// <param name="Name">Its name in the list.</param>
/// <param name="Source">A class with the layers.</param>
/// <param name="TypeName">Its full name.</param>
internal sealed record OptionCase(string Name, string Source, string TypeName)
{
    private const string Namespace = "Options";

    private static readonly Lazy<IReadOnlyList<OptionCase>> Read = new(() =>
        File.Exists(GoldenFolder.PathOf("options.json")) ? ReadAll() : []);

    private static readonly Lazy<SafetensorsFile> All = new(() => SafetensorsFile.Read(GoldenFolder.PathOf("options.safetensors")));

    private static readonly Lazy<CompiledNetworks> Networks = new(() =>
        NetworkCompilation.Compile(Namespace, Cases.Select(option => (option.Name, option.Source))));

    /// <summary>All cases in the list's order; none in a golden folder without them.</summary>
    public static IReadOnlyList<OptionCase> Cases => Read.Value;

    /// <summary>PyTorch's numbers.</summary>
    public SafetensorsFile Tensors => All.Value.Part(Name + "/");

    /// <summary>The network with the parameters that PyTorch began with.</summary>
    public Network Create(int lanes)
    {
        Network network = Networks.Value.Create(TypeName, lanes);
        GoldenNetworks.Load(network, Tensors);
        return network;
    }

    private static IReadOnlyList<OptionCase> ReadAll()
    {
        using JsonDocument list = GoldenFolder.ReadJson("options.json");
        return [.. list.RootElement.GetProperty("cases").EnumerateArray().Select(Of)];
    }

    private static OptionCase Of(JsonElement entry, int index)
    {
        string Text(string property) => entry.GetProperty(property).GetString()!;
        string source = $$"""
            using NetGen;

            namespace {{Namespace}};

            [Network, Input({{Text("input")}}), {{Text("layers")}}]
            public partial class Option{{index}}
            {
                {{Text("blocks")}}
            }
            """;
        return new OptionCase(Text("case"), source, $"{Namespace}.Option{index}");
    }
}
