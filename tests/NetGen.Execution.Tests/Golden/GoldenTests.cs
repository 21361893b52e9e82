using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>Emitted code gives PyTorch's numbers, at every vector width.</summary>
public class GoldenTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string, int> CasesAndWidths
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (GoldenCase golden in GoldenNetworks.Supported)
                foreach (int lanes in VectorWidths.All)
                    data.Add(golden.Name, lanes);
            return data;
        }
    }

    [Theory, MemberData(nameof(CasesAndWidths))]
    public void Agrees_with_PyTorch(string name, int lanes)
    {
        GoldenCase golden = GoldenFolder.Cases.Single(candidate => candidate.Name == name);
        SafetensorsFile tensors = GoldenFolder.Tensors(golden);
        Network network = GoldenNetworks.Create(golden, tensors, lanes);
        var differences = new Differences(Tolerance);
        if (golden.IsTraining)
            GoldenPass.Compare(network, tensors, differences, differences);
        else
            differences.Compare("output", tensors["output"].Values, network.Predict(tensors["input"].Values));
        differences.Assert($"{name} with {lanes} lanes ({VectorWidths.Hardware})");
    }
}
