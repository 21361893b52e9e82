using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>The networks of all golden cases that the language can state, compiled together.</summary>
internal static class GoldenNetworks
{
    private static readonly Lazy<CompiledNetworks> Networks = new(() =>
        Environment.GetEnvironmentVariable(EnvironmentSwitchTests.GoldenImage) is { } file
            ? new CompiledNetworks(new Lazy<byte[]>(() => File.ReadAllBytes(file)), new Dictionary<string, string>())
            : NetworkCompilation.Compile("GoldenCases", Supported.Select(golden => (golden.Name, GoldenSource.Of(golden)))));

    public static IReadOnlyList<GoldenCase> Supported => [.. GoldenFolder.Cases.Where(golden => GoldenSource.Unsupported(golden) is null)];

    public static CompiledNetworks Compiled => Networks.Value;

    /// <summary>The network of a case with the parameters and running statistics that PyTorch began with.</summary>
    public static Network Create(GoldenCase golden, SafetensorsFile tensors, int lanes)
    {
        Network network = Compiled.Create($"{GoldenSource.Namespace}.{GoldenSource.ClassName(golden)}", lanes);
        Load(network, tensors);
        return network;
    }

    /// <summary>Sets parameters and running statistics to those that PyTorch began with.</summary>
    public static void Load(Network network, SafetensorsFile tensors)
    {
        Fill(network.Parameters, tensors, "param/");
        Fill(network.Statistics, tensors, "buffer/");
    }

    /// <summary>A tensor of the network by its name in the state dict.</summary>
    public static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }

    /// <summary>The count of batches, which only a cumulative average needs, stands in few cases.</summary>
    private static void Fill(IReadOnlyList<Parameter> parameters, SafetensorsFile tensors, string prefix)
    {
        (string Name, GoldenTensor Tensor)[] stored = [.. tensors.Under(prefix)];
        Assert.Equal(
            stored.Select(entry => entry.Name).Order(),
            parameters.Where(parameter => !parameter.IsBatchCounter || tensors.Has(prefix + parameter.Name))
                .Select(parameter => parameter.Name).Order());
        foreach ((string name, GoldenTensor tensor) in stored)
        {
            Parameter parameter = parameters.Single(candidate => candidate.Name == name);
            Assert.Equal(tensor.Shape, parameter.Shape.ToArray());
            parameter.CopyFrom(tensor.IsInteger ? [.. tensor.Indices.Select(number => (float)number)] : tensor.Values);
        }
    }
}
