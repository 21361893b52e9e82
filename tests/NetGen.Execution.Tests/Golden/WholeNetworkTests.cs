using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>Whole networks, as a user writes them, give PyTorch's numbers, at every vector width.</summary>
public class WholeNetworkTests
{
    private const double Tolerance = 1e-4;

    /// <summary>For gradients through more than ten layers or steps.</summary>
    private const double ToleranceOfDeepGradients = 5e-4;

    public static TheoryData<string, int> NetworksAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (WholeNetwork network in WholeNetworks.Supported)
                foreach (int lanes in VectorWidths.All)
                    data.Add(network.Name, lanes);
            return data;
        }
    }

    public static TheoryData<string, int> Evaluated
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (WholeNetwork network in WholeNetworks.Supported.Where(network => network.Tensors.Has("eval_output")))
                foreach (int lanes in VectorWidths.All)
                    data.Add(network.Name, lanes);
            return data;
        }
    }

    [Theory(SkipTestWithoutData = true), MemberData(nameof(NetworksAndWidths))]
    public void Agrees_with_PyTorch(string name, int lanes)
    {
        WholeNetwork golden = WholeNetworks.All.Single(candidate => candidate.Name == name);
        SafetensorsFile tensors = golden.Tensors;
        Assert.Equal(golden.InputShape, tensors["input"].Shape);
        Assert.Equal(golden.OutputShape, tensors["output"].Shape);
        Assert.Equal(golden.HasLoss, tensors.Has("loss"));
        Network network = WholeNetworks.Create(golden, tensors, lanes);
        var values = new Differences(Tolerance);
        var gradients = new Differences(WholeNetworks.IsDeep(golden) ? ToleranceOfDeepGradients : Tolerance);
        GoldenPass.Compare(network, tensors, values, gradients);
        string title = $"{name} with {lanes} lanes ({VectorWidths.Hardware})";
        values.Assert(title);
        gradients.Assert(title);
    }

    /// <summary>Where the numbers of eval mode are other ones; the loss is that of an evaluation.</summary>
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Evaluated))]
    public void Evaluates_as_PyTorch_does_in_eval_mode(string name, int lanes)
    {
        WholeNetwork golden = WholeNetworks.All.Single(candidate => candidate.Name == name);
        SafetensorsFile tensors = golden.Tensors;
        Network network = WholeNetworks.Create(golden, tensors, lanes);
        float[] input = tensors["input"].Values;
        var data = new ArrayDataSet(input, golden.InputShape[1..]);
        double divisor = network.Description.Loss!.Reduction == Reduction.Sum ? golden.Samples : 1;
        var differences = new Differences(Tolerance);
        differences.Compare("output", tensors["eval_output"].Values, network.Predict(input));
        differences.Compare(
            "loss", [.. tensors["eval_loss"].Values.Select(loss => (float)(loss / divisor))],
            [(float)network.Evaluate(data, threads: 1).Loss]);
        differences.Assert($"{name} with {lanes} lanes ({VectorWidths.Hardware})");
    }

    [Fact]
    public void No_network_is_not_supported()
    {
        foreach (WholeNetwork network in WholeNetworks.All.Where(network => WholeNetworks.Unsupported(network) is not null))
            Assert.Fail($"{network.Name}: {WholeNetworks.Unsupported(network)}");
    }
}
