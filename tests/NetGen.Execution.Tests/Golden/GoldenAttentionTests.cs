using System.Text.RegularExpressions;
using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Golden;

/// <summary>
/// Networks of attention, written as classes beside their numbers: outputs and all gradients, at every vector width. Those that PyTorch
/// 1.13 has no layer for are written out in <c>make_attention.py</c>.
/// </summary>
public class GoldenAttentionTests
{
    private const double Tolerance = 1e-4;

    private static readonly string[] Names =
        ["attention", "attention_causal", "attention_grouped", "attention_rotary", "attention_no_bias", "attention_llama"];

    private static readonly Lazy<CompiledNetworks> Networks = new(() =>
        NetworkCompilation.Compile("GoldenAttention", Names.Select(name => (name, Source(name)))));

    public static TheoryData<string, int> NamesAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in Names)
                foreach (int lanes in VectorWidths.All)
                    data.Add(name, lanes);
            return data;
        }
    }

    [Theory, MemberData(nameof(NamesAndWidths))]
    public void Agrees_with_the_golden_numbers(string name, int lanes)
    {
        SafetensorsFile tensors = SafetensorsFile.Read(PathOf(name + ".safetensors"));
        Network network = Networks.Value.Create(Regex.Match(Source(name), @"partial class (\w+)").Groups[1].Value, lanes);
        Assert.Equal(
            tensors.Under("param/").Select(entry => entry.Name).Order(), network.Parameters.Select(parameter => parameter.Name).Order());
        foreach (Parameter parameter in network.Parameters)
        {
            Assert.Equal(tensors["param/" + parameter.Name].Shape, parameter.Shape.ToArray());
            parameter.CopyFrom(tensors["param/" + parameter.Name].Values);
        }

        int samples = tensors["input"].Shape[0];
        var pass = new TrainingPass(network, samples + 3, Workers.Single, lossOfIndices: false);
        PassResult result = pass.Run(new PassInput(samples, tensors["input"].Values, tensors["grad_output"].Values, null, null));

        var differences = new Differences(Tolerance);
        differences.Compare("prediction", tensors["output"].Values, network.Predict(tensors["input"].Values));
        differences.Compare("output", tensors["output"].Values, result.Output);
        differences.Compare("grad_input", tensors["grad_input"].Values, result.InputGradient);
        foreach (Parameter parameter in network.Parameters)
        {
            var gradient = new float[parameter.Count];
            new StridedCopy(parameter.Description).Gather(network.Memory.Gradients, gradient);
            differences.Compare($"grad/{parameter.Name}", tensors[$"grad/{parameter.Name}"].Values, gradient);
        }

        differences.Assert($"{name} with {lanes} lanes ({VectorWidths.Hardware})");
    }

    private static string Source(string name) => File.ReadAllText(PathOf(name + ".cs"));

    /// <summary>The project's own copy, wherever other golden cases come from.</summary>
    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Golden", "networks", file);
}
