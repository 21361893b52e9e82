using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>A network with an error has its members all the same: code that uses them has no error beside the network's.</summary>
public class BrokenNetworkTests
{
    private const string Uses = """

        public static class Use
        {
            public static float[] Of(Net net, float[] input)
            {
                var outputs = new Net.Outputs(samples: 2);
                net.Predict(input, outputs);
                Parameter[] parameters = [net.Fc.Weight, net.Part1[0].Linear1.Bias, net.Part1[1].Linear1.Weight, net[7].Weight];
                return parameters.Length == 4 ? outputs.Mean.ToArray() : new float[Net.InputLength];
            }

            public static Net Make() => new(seed: 3);
        }
        """;

    [Theory]
    [InlineData(
        "Linear(8, In = 5, Name = \"fc\"), Output(8, Name = \"mean\"), ReLU, Part(Repeat = 2), Linear(3, Name = \"7\"), CrossEntropy",
        "NG0102")]
    [InlineData(
        "Linear(8, Name = \"fc\"), Output(8, Name = \"mean\"), ReLU, Part(Repeat = 2), Linear(1, Name = \"7\"), CrossEntropy", "NG0301")]
    [InlineData("Linear(8, Name = \"fc\"), Output(9, Name = \"mean\"), ReLU, Part(Repeat = 2), Linear(1, Name = \"7\")", "NG0104")]
    [InlineData(
        "Linear(8, Name = \"fc\"), Output(8, Name = \"mean\"), ReLU, Part(Repeat = 2), Linear(1, Name = \"7\"), Reshape(3, 3), Linear(2)",
        "NG0109")]
    public async Task Its_error_is_the_only_one(string layers, string id)
    {
        IReadOnlyList<Diagnostic> found = await NetworkSource.Diagnose(
            $"[Network, Input(4), {layers}] public partial class Net; [Linear(8), ReLU] public partial class Part : Block;" + Uses);
        Assert.Equal([id], found.Select(fault => fault.Id));
    }
}
