using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>Whole networks, as a user writes them, give PyTorch's numbers, at every vector width.</summary>
public class WholeNetworkTests
{
    private const double Tolerance = 1e-4;

    /// <summary>For gradients through more than ten layers or steps.</summary>
    private const double ToleranceOfDeepGradients = 5e-4;

    /// <summary>Networks that wait for a layer. One that leaves this list must not come back.</summary>
    private static readonly string[] NotYet =
    [
        "gru_all", "gru_bidirectional", "gru_last", "gru_two_layers",
        "lstm_all", "lstm_bidirectional", "lstm_last", "lstm_no_bias", "lstm_two_layers",
        "masked_gru_both", "masked_lstm", "masked_lstm_holes", "masked_tagger", "rnn_all", "rnn_bidirectional", "rnn_last",
        "rnn_relu", "rnn_two_layers", "tagger",
    ];

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

    [Fact]
    public void Only_networks_of_layers_that_are_missing_wait()
    {
        WholeNetwork[] waiting = [.. WholeNetworks.All.Where(network => WholeNetworks.Unsupported(network) is not null)];
        foreach (WholeNetwork network in waiting)
            TestContext.Current.SendDiagnosticMessage($"not supported yet: network {network.Name} ({WholeNetworks.Unsupported(network)})");
        string[] names = [.. waiting.Select(network => network.Name)];
        Assert.SkipUnless(GoldenFolder.IsOwnCopy, $"Not supported in {GoldenFolder.Location}: {string.Join(", ", names)}");
        Assert.Equal(NotYet.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }
}
