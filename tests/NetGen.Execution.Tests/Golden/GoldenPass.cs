using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Golden;

/// <summary>A pass forward and backward, compared with PyTorch's.</summary>
internal static class GoldenPass
{
    /// <summary>
    /// The workspace has room for more samples than the case brings, and another batch went through it before: the result must
    /// depend on neither.
    /// </summary>
    /// <param name="network">As PyTorch's was before the pass.</param>
    /// <param name="tensors">PyTorch's numbers.</param>
    /// <param name="values">Compares output, loss and running statistics.</param>
    /// <param name="gradients">Compares the gradients.</param>
    public static void Compare(Network network, SafetensorsFile tensors, Differences values, Differences gradients)
    {
        PassInput input = InputOf(tensors);
        float[][] statistics = [.. network.Statistics.Select(GoldenNetworks.Values)];
        var pass = new TrainingPass(network, input.Samples + 3, Workers.Single, lossOfIndices: input.Labels is not null);
        pass.Run(input with { Input = Array.ConvertAll(input.Input, value => (0.3f * value) + 1) });
        foreach ((Parameter statistic, float[] before) in network.Statistics.Zip(statistics))
            statistic.CopyFrom(before);

        PassResult result = pass.Run(input);

        values.Compare("output", tensors["output"].Values, result.Output);
        if (tensors.Has("loss"))
            values.Compare("loss", tensors["loss"].Values, [result.Loss!.Value]);
        if (tensors.Has("grad_input"))
            gradients.Compare("grad_input", tensors["grad_input"].Values, result.InputGradient);
        foreach (Parameter parameter in network.Parameters)
        {
            var gradient = new float[parameter.Count];
            new StridedCopy(parameter.Description).Gather(network.Memory.Gradients, gradient);
            gradients.Compare($"grad/{parameter.Name}", tensors[$"grad/{parameter.Name}"].Values, gradient);
        }

        // Batches are counted by the trainer.
        foreach (Parameter statistic in network.Statistics.Where(statistic => !statistic.IsBatchCounter))
            values.Compare(
                $"buffer_after/{statistic.Name}", tensors[$"buffer_after/{statistic.Name}"].Values, GoldenNetworks.Values(statistic));
    }

    private static PassInput InputOf(SafetensorsFile tensors)
    {
        GoldenTensor input = tensors["input"];
        GoldenTensor? target = tensors.Has("target") ? tensors["target"] : null;
        return new PassInput(
            input.Shape[0],
            input.IsInteger ? [.. input.Indices.Select(token => (float)token)] : input.Values,
            target is null ? tensors["grad_output"].Values : null,
            target is { IsInteger: true } ? target.Indices : null,
            target is { IsInteger: false } ? target.Values : null);
    }
}
