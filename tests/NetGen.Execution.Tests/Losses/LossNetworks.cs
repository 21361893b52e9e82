using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Losses;

/// <summary>Networks that pass their input on to a loss: what goes in is what is judged.</summary>
internal sealed class LossNetworks
{
    private const double Tolerance = 1e-5;

    private readonly Lazy<CompiledNetworks> compiled;

    /// <param name="name">The assembly's.</param>
    /// <param name="losses">The networks by name, each with its input and its loss: "Input(3)" and "CrossEntropy".</param>
    public LossNetworks(string name, IEnumerable<(string Name, string Input, string Loss)> losses)
    {
        compiled = new(() => NetworkCompilation.Compile(name, losses.Select(loss => (loss.Name, Text(loss.Name, loss.Input, loss.Loss)))));
    }

    public static string Text(string name, string input, string loss) => $$"""
        using NetGen;

        [Network, {{input}}, LeakyReLU(1), {{loss}}]
        public partial class {{name}};
        """;

    public Network Create(string name, int lanes) => compiled.Value.Create(name, lanes);

    /// <summary>The loss of these outputs, and its gradient by them.</summary>
    public (float Loss, float[] Gradient) Run(string name, int lanes, float[] outputs, int[]? labels, float[]? targets = null)
    {
        Network network = Create(name, lanes);
        int samples = outputs.Length / network.OutputSize;
        var pass = new TrainingPass(network, samples + 2, NetGen.Runtime.Workers.Single, lossOfIndices: labels is not null);
        PassResult result = pass.Run(new PassInput(samples, outputs, null, labels, targets));
        return (result.Loss!.Value, result.OutputGradient);
    }

    /// <summary>Fails where loss or gradient is another than the formula's.</summary>
    public void Check(string name, int lanes, ClassLoss expected)
    {
        (float loss, float[] gradient) = Run(
            name, lanes, [.. expected.Logits.SelectMany(row => row).Select(x => (float)x)], expected.Labels);
        Assert.Equal(expected.Value, loss, Tolerance);
        Near([.. expected.Gradient.SelectMany(row => row)], gradient);
    }

    public static void Near(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Tolerance);
    }
}
