using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

/// <summary>
/// Each layer, with each of its options, predicts what its formula says, does in training what the interpreter does, at every vector
/// width, and has its slopes as gradients.
/// </summary>
public class LayerTests
{
    private const double Tolerance = 1e-4;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "Layers", LayerCases.All.Select(layer => (layer.Name, layer.Network.Source))));

    public static TheoryData<string> Names => [.. LayerCases.All.Select(layer => layer.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Predictions_are_the_formulas(string name)
    {
        LayerCase layer = Case(name);
        PassInput pass = RandomInput.For(layer.Network, layer.Network.Samples, seed: 5);
        double[] expected = [.. pass.Input.Chunk(layer.Input.Count).SelectMany(sample => layer.Expected(sample))];
        foreach (int lanes in VectorWidths.All)
        {
            var differences = new Differences(Tolerance);
            differences.Compare("prediction", expected, Create(layer, lanes).Predict(pass.Input));
            differences.Assert($"{name}, {lanes} lanes\n{layer.Network.Source}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Emitted_code_agrees_with_the_interpreter(string name) =>
        InterpreterComparison.AssertAgrees(Case(name).Network, lanes => Create(Case(name), lanes), number: 7, name);

    [Theory, MemberData(nameof(Names))]
    public void Gradients_are_slopes(string name) =>
        SlopeComparison.AssertSlopes(Case(name).Network, Create(Case(name), lanes: 1), number: 9, name);

    private static LayerCase Case(string name) => LayerCases.All.Single(layer => layer.Name == name);

    private static Network Create(LayerCase layer, int lanes) =>
        Compiled.Value.Create($"{NetworkGenerator.Namespace}.{layer.Name}", lanes, seed: 3);
}
