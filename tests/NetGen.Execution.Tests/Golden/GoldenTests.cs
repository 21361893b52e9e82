using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

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
            Train(network, golden, tensors, differences);
        else
            differences.Compare("output", tensors["output"].Values, network.Predict(tensors["input"].Values));
        differences.Assert($"{name} with {lanes} lanes ({VectorWidths.Hardware})");
    }

    /// <summary>
    /// The workspace has room for more samples than the case brings, and another batch went through it before: the result must
    /// depend on neither.
    /// </summary>
    private static void Train(Network network, GoldenCase golden, SafetensorsFile tensors, Differences differences)
    {
        GoldenTensor? target = golden.Loss is null ? null : tensors["target"];
        var input = new PassInput(
            golden.Samples,
            tensors["input"].Values,
            target is null ? tensors["grad_output"].Values : null,
            target is { IsInteger: true } ? target.Indices : null,
            target is { IsInteger: false } ? target.Values : null);
        float[][] statistics = [.. network.Statistics.Select(GoldenNetworks.Values)];
        var pass = new TrainingPass(network, golden.Samples + 3, Workers.Single, lossOfIndices: input.Labels is not null);
        pass.Run(input with { Input = Array.ConvertAll(input.Input, value => (0.3f * value) + 1) });
        foreach ((Parameter statistic, float[] values) in network.Statistics.Zip(statistics))
            statistic.CopyFrom(values);

        PassResult result = pass.Run(input);

        differences.Compare("output", tensors["output"].Values, result.Output);
        if (golden.Loss is not null)
            differences.Compare("loss", tensors["loss"].Values, [result.Loss!.Value]);
        if (tensors.Has("grad_input"))
            differences.Compare("grad_input", tensors["grad_input"].Values, result.InputGradient);
        foreach (Parameter parameter in network.Parameters)
        {
            var gradient = new float[parameter.Count];
            new StridedCopy(parameter.Description).Gather(network.Memory.Gradients, gradient);
            differences.Compare($"grad/{parameter.Name}", tensors[$"grad/{parameter.Name}"].Values, gradient);
        }

        // Batches are counted by the trainer.
        foreach (Parameter statistic in network.Statistics.Where(statistic => !statistic.IsBatchCounter))
            differences.Compare(
                $"buffer_after/{statistic.Name}", tensors[$"buffer_after/{statistic.Name}"].Values, GoldenNetworks.Values(statistic));
    }
}
